using Concordat.Bench;
using Concordat.Bench.Parts;
using Concordat.Bench.Shell;

return args switch
{
    ["host", var data, .. var postgres] => await Host.RunAsync(data, postgres.FirstOrDefault()),
    ["fill", var data, var agreements] => await Run.FillAsync(new(data), int.Parse(agreements)),
    ["search", var data, var agreements, var requests, .. var postgres] => await Run.SearchAsync(new(data, postgres.FirstOrDefault()), int.Parse(agreements), int.Parse(requests)),
    ["large", var root, var data, var agreements, var requests, .. var postgres] => await LargeRun.RunAsync(root, new(data, postgres.FirstOrDefault()), int.Parse(agreements), int.Parse(requests)),
    ["import", var data, .. var postgres] => await Run.ImportAsync(new(data, postgres.FirstOrDefault())),
    ["load", var server, var path, var encoding, var seconds] => await Throughput.RunAsync(server, path, encoding, TimeSpan.FromSeconds(double.Parse(seconds))),
    ["same", var root, var work] => await Run.SameAsync(root, work),
    ["read", var list, var warmUp, var seconds] => Reading.Run(list, double.Parse(warmUp), double.Parse(seconds)),
    _ => await Run.AllAsync(Settings.Of(args)),
};
