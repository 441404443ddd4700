using Concordat.Storage;

namespace Concordat.App.Commands;

/// <summary>Where the data of an installation is, from the command line or the environment.</summary>
internal static class DataPlace
{
    public static readonly Option Data = new("--data", "DIR", "the data folder; else $CONCORDAT_DATA, else ./data");
    public static readonly Option Postgres = new("--postgres", "CONN", "connection string of a PostgreSQL database; else $CONCORDAT_POSTGRES, else the database in the data folder");

    public static StorePlace Of(Arguments arguments) => new(
        Path.GetFullPath(arguments.Value(Data.Name) ?? Setting("CONCORDAT_DATA") ?? "data"),
        arguments.Value(Postgres.Name) ?? Setting("CONCORDAT_POSTGRES"));

    /// <summary>Opens a register that is there already; a mistyped folder is not made.</summary>
    /// <param name="asIs">Leaves tables of an older version as they are.</param>
    /// <returns>Refusals <c>data.not-found</c> and those of <see cref="Store.OpenAsync"/>.</returns>
    public static Task<Outcome<Store>> OpenExistingAsync(Arguments arguments, CancellationToken stop, bool asIs = false)
    {
        var place = Of(arguments) with { AsIs = asIs };
        return place.Postgres is null && !File.Exists(place.File)
            ? Task.FromResult<Outcome<Store>>(CommandRefusals.NoRegister(place.Folder))
            : Store.OpenAsync(place, stop);
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
