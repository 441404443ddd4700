using Concordat.Lists;

namespace Concordat.Tests.Lists;

public class BitmapTests
{
    [Fact]
    public void A_rented_one_is_empty_whatever_was_given_back_before()
    {
        for (var round = 0; round < 20; round++)
        {
            var rented = Bitmap.Rent(1000);
            Assert.Equal(0, rented.Count());
            for (var i = 0; i < 1000; i += 3) rented.Set(i);
            Assert.Equal(334, rented.Count());
            rented.GiveBack();
            // Given back twice it is in the pool once.
            rented.GiveBack();
            var (one, other) = (Bitmap.Rent(1000), Bitmap.Rent(1000));
            one.Set(5);
            Assert.False(other[5]);
            one.GiveBack();
            other.GiveBack();
        }
    }

    [Fact]
    public void A_rented_copy_changes_without_its_original()
    {
        var lines = new Bitmap(10);
        foreach (var line in new[] { 1, 64, 200 }) lines.Set(line);
        var copy = Bitmap.Rent(lines, 300);
        copy.Clear(64);
        copy.Set(299);
        Assert.Equal((3, 3, 2), (lines.Count(), copy.Count(), copy.CountWith(lines)));
        copy.GiveBack();
        Assert.True(lines[64]);
    }

    [Fact]
    public void A_rented_one_refuses_lines_beyond_its_length()
    {
        var rented = Bitmap.Rent(64);
        Assert.Throws<ArgumentOutOfRangeException>(() => rented.Set(64));
        rented.GiveBack();
        Assert.False(rented[3]);
    }

    [Fact]
    public void Narrowing_by_a_shorter_one_leaves_nothing_beyond_it()
    {
        var (longer, shorter) = (new Bitmap(500), new Bitmap(64));
        foreach (var line in new[] { 3, 63, 64, 499 }) longer.Set(line);
        foreach (var line in new[] { 3, 5 }) shorter.Set(line);
        longer.And(shorter);
        Assert.Equal((1, true), (longer.Count(), longer[3]));
    }
}
