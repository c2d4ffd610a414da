namespace CrimeInsight.Core.Quality;

/// <summary>What places are judged by.</summary>
public sealed record QualitySettings
{
    /// <summary>False discovery rate over all tests of a report.</summary>
    public double Level { get; init; } = 0.05;

    /// <summary>A place is worse than the others when its share lies above theirs by more than this, in points of percent.</summary>
    public double MarginPoints { get; init; } = 10;

    /// <summary>Fewest cases of which a share is told and tested.</summary>
    public int LeastJudged { get; init; } = 30;

    /// <summary>Months by which shares are judged.</summary>
    public int JudgedMonths { get; init; } = 12;

    /// <summary>Months from which cases are expected.</summary>
    public int KnownMonths { get; init; } = 24;

    /// <summary>The newest months, which are held against the others.</summary>
    public int TestedMonths { get; init; } = 3;

    /// <summary>Fewest cases expected in a month that is tested.</summary>
    public double LeastExpected { get; init; } = 3;

    /// <summary>A month with more cases than expected is a finding only from so many times as many.</summary>
    public double SurgeRatio { get; init; } = 3;
}
