namespace Concordat.Bench.Programme;

/// <summary>Press releases of our own writing about organisations of the invented register.</summary>
internal static class Texts
{
    /// <summary>About 110 words: who signed what, where and when.</summary>
    public static string Signing(string one, string other, string subject, string town, string day) =>
        $"""
        {one} and {other} sign memorandum

        {town.ToUpperInvariant()}, {day} - {one} and {other} signed a memorandum of understanding on {subject} in {town} on {day}.

        The memorandum lets both sides share trial data, exchange researchers for up to six months and publish together. It does not oblige either side to spend money. Work starts with two pilot studies, each led by one researcher of either side, and a workshop that both will prepare.

        Both sides said that earlier visits had shown how well their laboratories fit together. A steering group of four will meet twice a year and report to the heads of both organisations. The memorandum stays in effect for five years and may be extended in writing.
        """;

    /// <summary>About 300 words: a numbered plenary with co-chairs, a guide, opportunities and an agreement at its end.</summary>
    public static string Plenary(string host, string guest, string one, string other, string town, string chair, string coChair) =>
        $"""
        Portugal and Canada hold 14th plenary on defence science

        {town.ToUpperInvariant()}, 9 October 2026 - The {host} hosted the 14th Joint Committee on Defence Science Plenary in {town} on 7-8 October 2026. The plenary was co-chaired by Dr {chair}, Director General, {host} and {coChair}, Assistant Chief (Partnerships), {guest}.

        The meeting was held in line with the Framework for the Portugal-Canada Ocean Security Partnership signed by the ministers of defence of both countries in May 2026. The delegations reviewed ongoing cooperation on acoustic ranges and on moorings at the edge of the ice, discussed the delays in export licences for sensors, and examined proposals for work on the noise of offshore wind farms. They asked the working group on materials to finish its report before the end of the year and to name the laboratories that could host the second round of trials.

        The discussions also explored collaboration between the {one} and Halcyon Hydrophones Limited under the Open Water Initiative. Both sides underlined the part that laboratories of universities and small companies should play in later rounds, and agreed to look for ways in which young researchers could spend longer periods at the other side's test ranges. A note on the handling of shared data will be drafted by the two secretariats.

        The plenary concluded with the signing of a project agreement between the {one} and the {other} on the noise of offshore wind farms. The project will run for three years. Each side carries its own costs, and the results will be published jointly after review by both organisations.

        Before the plenary, the visiting delegation toured the hydrophone calibration tank of the {host} and met doctoral students who had taken part in last year's exchange. The next plenary will be hosted by the {guest} in the spring of 2027. The dates will be settled by the secretariats after consulting both co-chairs.
        """;
}
