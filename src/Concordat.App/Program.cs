using Concordat.App.Commands;
using Concordat.Storage;

CarriedSqlite.Use(typeof(CommandLine).Assembly);
return await CommandLine.RunAsync(args, Terminal.Own());
