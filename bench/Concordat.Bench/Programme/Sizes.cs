namespace Concordat.Bench.Programme;

/// <summary>How many records of each kind the register is grown to, as shares of its agreements.</summary>
internal sealed record Sizes(int Agreements)
{
    public int Organisations => Agreements / 5;
    public int People => Agreements / 2;
    public int Sources => Agreements / 20;
    public int Bodies => Agreements / 50;
    public int Meetings => Agreements / 10;
    public int All => Agreements + Organisations + People + Sources + Bodies + Meetings;
}
