namespace CrimeInsight.Core.Queries;

/// <summary>
/// Who will read the answer of a query: how finely protected heads may be divided for them (docs/query.md). The caller states it, never the query's text.
/// </summary>
public enum QueryAudience
{
    /// <summary>Whoever gets what leaves the screen: a file, a print, a report, the command line. The default, because it shows less.</summary>
    Release,

    /// <summary>The person who asks, on screen, about their own jurisdictions.</summary>
    Screen,
}
