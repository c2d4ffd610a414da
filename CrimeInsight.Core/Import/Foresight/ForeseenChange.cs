using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>Cases of a place registered in a month, before an import and after it.</summary>
/// <param name="Place">Code of a state or district.</param>
/// <param name="Head">Code; null for all heads. <see cref="Others"/> for several that may not be told apart.</param>
/// <param name="Before">Cases stored.</param>
/// <param name="After">Cases that would be.</param>
public sealed record ForeseenChange(Month Month, string Place, string? Head, long Before, long After)
{
    /// <summary>Protected heads, and as many open ones as hide a small count of theirs.</summary>
    public const string Others = "*";

    public long Change => After - Before;
}
