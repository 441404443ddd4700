using Concordat.Bench;
using Concordat.Bench.Parts;
using Concordat.Bench.Shell;

return args switch
{
    ["host", var data, .. var postgres] => await Host.RunAsync(data, postgres.FirstOrDefault()),
    ["read", var list, var warmUp, var seconds] => Reading.Run(list, double.Parse(warmUp), double.Parse(seconds)),
    _ => await Run.AllAsync(Settings.Of(args)),
};
