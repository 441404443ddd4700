using Concordat.Intake;

namespace Concordat.App.Tests.Shell;

/// <summary>Texts and agreements of our own invention; nobody in them exists.</summary>
internal static class Samples
{
    private static readonly string[] Partners =
        ["Northfield Technical University", "Institute of High-Altitude Physiology", "Österby Academy of Sciences", "Harbour Marine Laboratory", "National Directorate for Research Cooperation and International Exchange Programmes"];

    private static readonly string[] Subjects = ["cold-climate materials", "autonomous survey vessels", "exchange of doctoral researchers", "low-noise propulsion", "water in arid regions"];

    public const string Signing =
        """
        A Memorandum of Understanding (MoU) was signed between the Institute of High-Altitude Physiology (IHAP) and Northfield Technical University on 10 March 2026 to promote collaborative research and academic exchange.

        The MoU was signed by Dr Ilse Marrow, Director of IHAP, and Prof Tomas Venn, Vice-Chancellor of Northfield Technical University.
        """;

    public const string SigningOtherwise =
        """
        The Institute of High-Altitude Physiology (IHAP) and Northfield Technical University signed a Memorandum of Understanding on 11 March 2026 in Northfield, opening the way to joint field trials.
        """;

    public const string Session =
        """
        The 7th session of the Arvenia-Lydmark Joint Technical Group was held in Port Alder on 3-4 March 2026. It was co-chaired by Dr Ilse Marrow, Director of the Institute of High-Altitude Physiology, and Mr Jonas Reed, Deputy Secretary for Technology of Lydmark.

        A project agreement was signed during the session. Earlier on March 5, both sides reviewed ongoing cooperation & agreed <to> meet again.
        """;

    public static AgreementForm Agreement(int number) => new()
    {
        Title = $"Memorandum of Understanding on {Subjects[number % Subjects.Length]}, no. {number}",
        Sort = "mou",
        Partners = [Partners[number % Partners.Length], Partners[(number + 2) % Partners.Length]],
        Signed = $"{1 + (number % 28)} Feb {2015 + (number % 12)}",
        Ends = number % 4 == 0 ? null : $"{1 + (number % 28)} Feb {2020 + (number % 12)}",
        DeskOfficer = number % 3 == 0 ? "A. Lind" : "M. Okafor",
        FileNumber = $"IC/{2015 + (number % 12)}/{number:000}",
    };
}
