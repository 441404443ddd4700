namespace Concordat.App.Tests.Harness;

/// <summary>The application with a register in it: more than a page of every kind, one conflict, one document that waits.</summary>
public sealed class ServedRegister : Served
{
    private readonly Dictionary<string, Guid> _records = [];

    public Guid this[string name] => _records[name];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var programme = await new Programme(this).FillAsync(54);
        (_records["disputed"], _records["source"], _records["other"]) = await programme.DisputedAsync();
        (_records["waiting"], _) = await programme.TakeInAsync(Releases.Session, "Office of the Joint Group");
        (_records["organisation"], _records["person"], _records["agreement"]) = (programme.Organisations[0], programme.People[0], programme.Agreements[1]);
        (_records["body"], _records["meeting"]) = (programme.Bodies[0], programme.Meetings[0]);
        (_records["letter"], _records["asked"]) = (programme.Letters[0], programme.Letters[3]);
        _records["termed"] = await programme.TermedAsync();
        Get<Concordat.App.Shell.RailCounts>().Forget();
    }

    /// <summary>"/agreements/{agreement}" with the ids filled in.</summary>
    public string Path(string pattern) => _records.Aggregate(pattern, (path, record) => path.Replace($"{{{record.Key}}}", record.Value.ToString("D"), StringComparison.Ordinal));
}
