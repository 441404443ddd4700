using System.Globalization;
using Concordat.Hammering;
using Concordat.Storage;

// Saves without pause, so that tests can watch several processes at once or kill this one.
// Arguments: FOLDER SEED WRITERS SAVES MODE [CONNECTION [FOLDER CONNECTION]…]; "-" is no connection; MODE is saves, killed (one save, then a line of input starts the rest), rate or files.
// Each acknowledged save is one line: "SEQ RECORD:VERSION … ;", of the second and further registers "NUMBER/SEQ …"; around each save stand "begin WRITER ;" and "end WRITER ;".
string[] words = [args[0], .. args[5..]];
var (seed, writers, saves, mode) = (int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture), args[4]);
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
var hammers = new List<Hammer>();
for (var i = 0; i < words.Length; i += 2)
{
    var place = new StorePlace(words[i], words.ElementAtOrDefault(i + 1) is { } text and not "-" ? text : null);
    if (Environment.GetEnvironmentVariable("CONCORDAT_WAIT") is { } wait) place = place with { Wait = TimeSpan.FromSeconds(int.Parse(wait, CultureInfo.InvariantCulture)) };
    if (!(await Store.OpenAsync(place)).TryGet(out var store, out var refused))
    {
        Console.WriteLine("refused " + refused);
        return 3;
    }

    hammers.Add(new(store, output, i == 0 ? "" : $"{i / 2}/"));
}

var ended = mode switch
{
    "rate" => await hammers[0].RateAsync(saves),
    "killed" => await Hammer.WaitAsync(hammers, seed, writers, saves),
    "files" => await hammers[0].FilesAsync(saves),
    _ => await hammers[0].SaveAsync(seed, writers, saves),
};
foreach (var hammer in hammers) await hammer.DisposeAsync();
return ended;
