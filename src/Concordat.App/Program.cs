using Concordat.App.Commands;

return await CommandLine.RunAsync(args, Terminal.Own());
