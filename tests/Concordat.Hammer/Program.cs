using System.Globalization;
using Concordat.Hammering;
using Concordat.Storage;

// Saves without pause, so that tests can watch several processes at once or kill this one.
// Arguments: FOLDER SEED WRITERS SAVES MODE [CONNECTION]; MODE is saves, killed (one save, then a line of input starts the rest), rate or files.
// Each acknowledged save is one line: "SEQ RECORD:VERSION … ;".
var place = new StorePlace(args[0], args.ElementAtOrDefault(5));
var (seed, writers, saves, mode) = (int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture), args[4]);
if (Environment.GetEnvironmentVariable("CONCORDAT_WAIT") is { } wait) place = place with { Wait = TimeSpan.FromSeconds(int.Parse(wait, CultureInfo.InvariantCulture)) };
var opened = await Store.OpenAsync(place);
if (!opened.TryGet(out var store, out var refused))
{
    Console.WriteLine("refused " + refused);
    return 3;
}

await using (store)
{
    using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
    var hammer = new Hammer(store, output);
    return mode switch
    {
        "rate" => await hammer.RateAsync(saves),
        "killed" => await hammer.WaitAsync(seed, writers, saves),
        "files" => await hammer.FilesAsync(saves),
        _ => await hammer.SaveAsync(seed, writers, saves),
    };
}
