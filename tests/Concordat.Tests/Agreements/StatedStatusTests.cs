using Concordat.Agreements;

namespace Concordat.Tests.Agreements;

/// <summary>What people type into a column "Status".</summary>
public class StatedStatusTests
{
    [Theory]
    [InlineData("Active", AgreementState.InForce)]
    [InlineData("in force", AgreementState.InForce)]
    [InlineData("No longer in force", AgreementState.Ended)]
    [InlineData("NOT SIGNED", AgreementState.InPreparation)]
    [InlineData("Expired on 3.4.2019", AgreementState.Ended)]
    [InlineData("on hold", AgreementState.Suspended)]
    [InlineData("green", null)]
    [InlineData("", null)]
    public void Words_mean_states(string words, AgreementState? state) => Assert.Equal(state, StatedStatus.Read(words));

    [Fact]
    public void Only_what_says_otherwise_contradicts()
    {
        Assert.True(StatedStatus.Contradicts("Active", AgreementState.Ended));
        Assert.True(StatedStatus.Contradicts("closed", AgreementState.Signed));
        Assert.False(StatedStatus.Contradicts("Active", AgreementState.Signed));
        Assert.False(StatedStatus.Contradicts("green", AgreementState.Ended));
        Assert.False(StatedStatus.Contradicts(null, AgreementState.Ended));
    }
}
