using CrimeInsight.Data.Connections;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Connections;

public sealed class BackoffTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Failed_AgainAndAgain_WaitsTwiceAsLongUpToAMinute()
    {
        var backoff = new Backoff(_time);
        Assert.True(backoff.IsDue);

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 8).Select(_ => backoff.Failed().TotalSeconds));
        Assert.False(backoff.IsDue);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(backoff.IsDue);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(backoff.IsDue);
    }

    [Fact]
    public void Succeeded_DiesSoonAfterEachStart_CountsAsFailing()
    {
        var backoff = new Backoff(_time);
        for (var round = 0; round < 5; round++)
        {
            backoff.Failed();
            backoff.Succeeded();
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.False(backoff.IsDue);
    }

    [Fact]
    public void Succeeded_HeldForAMinute_StartsTheRowAnew()
    {
        var backoff = new Backoff(_time);
        for (var round = 0; round < 8; round++)
            backoff.Failed();
        backoff.Succeeded();
        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.True(backoff.IsDue);
        Assert.Equal(TimeSpan.FromSeconds(1), backoff.Failed());
    }
}
