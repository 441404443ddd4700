namespace Concordat.App.Tests.Harness;

/// <summary>Press releases of our own invention; nobody in them exists.</summary>
internal static class Releases
{
    public const string Signing =
        """
        A Memorandum of Understanding (MoU) was signed between the Institute of High-Altitude Physiology (IHAP) and Northfield Technical University on 10 March 2026 to promote collaborative research and academic exchange.

        The MoU was signed by Dr Ilse Marrow, Director of IHAP, and Prof Tomas Venn, Vice-Chancellor of Northfield Technical University.
        """;

    /// <summary>The same event, another day.</summary>
    public const string SigningOtherwise =
        """
        The Institute of High-Altitude Physiology (IHAP) and Northfield Technical University signed a Memorandum of Understanding on 11 March 2026 in Northfield, opening the way to joint field trials.
        """;

    public const string Session =
        """
        The 7th session of the Arvenia-Lydmark Joint Technical Group was held in Port Alder on 3-4 March 2026. It was co-chaired by Dr Ilse Marrow, Director of the Institute of High-Altitude Physiology, and Mr Jonas Reed, Deputy Secretary for Technology of Lydmark.

        A project agreement was signed during the session. Earlier on March 5, both sides reviewed ongoing cooperation & agreed <to> meet again.
        """;
}
