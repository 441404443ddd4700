using Concordat.HandOver;

namespace Concordat.Tests.HandOver;

/// <summary>Whose work comes to whom while somebody is away.</summary>
public class StandInsTests
{
    private static AbsenceRow Away(string officer, string deputy, long first = 10, long last = 20) => new() { Officer = officer, Deputy = deputy, First = first, Last = last };

    private static string[] Covered(string person, long day, params AbsenceRow[] absences) => [.. StandIns.Of(person, absences, day).Covered.Select(a => a.Officer)];

    [Fact]
    public void A_deputy_stands_in_from_the_first_day_to_the_last()
    {
        Assert.Equal(["Ana"], Covered("Rui", 10, Away("Ana", "Rui")));
        Assert.Equal(["Ana"], Covered("Rui", 20, Away("Ana", "Rui")));
        Assert.Empty(Covered("Rui", 9, Away("Ana", "Rui")));
        Assert.Empty(Covered("Rui", 21, Away("Ana", "Rui")));
        Assert.Empty(Covered("Eva", 10, Away("Ana", "Rui")));
    }

    [Fact]
    public void A_deputy_who_is_away_too_passes_both_on() =>
        Assert.Equal(["Ana", "Rui"], Covered("Eva", 12, Away("Ana", "Rui"), Away("Rui", "Eva")));

    [Fact]
    public void Two_who_name_each_other_lead_to_nobody_else()
    {
        AbsenceRow[] absences = [Away("Ana", "Rui"), Away("Rui", "Ana"), Away("Eva", "Ana")];
        Assert.Equal(["Eva", "Rui"], Covered("Ana", 12, absences));
        Assert.Equal(["Ana", "Eva"], Covered("Rui", 12, absences));
        Assert.Empty(Covered("Ines", 12, absences));
    }

    [Fact]
    public void Of_two_absences_of_one_day_the_later_begun_counts() =>
        Assert.Equal([], Covered("Rui", 12, Away("Ana", "Rui", 5, 30), Away("Ana", "Eva", 11, 14)));

    [Fact]
    public void An_absence_that_was_called_off_counts_for_no_day() =>
        Assert.Empty(Covered("Rui", 10, Away("Ana", "Rui", 10, 9)));
}
