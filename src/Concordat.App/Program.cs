using Concordat.App.Shell;
using Concordat.Storage;

var store = (await Store.OpenAsync(new StorePlace(args.ElementAtOrDefault(0) ?? "data"))).Value;
await ConcordatApp.Build(store, $"http://127.0.0.1:{args.ElementAtOrDefault(1) ?? "5080"}").RunAsync();
