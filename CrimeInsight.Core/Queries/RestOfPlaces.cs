using System.Collections.Immutable;

namespace CrimeInsight.Core.Queries;

/// <summary>
/// Cases of a place that are known for none of its parts (the station not recorded), so that a list of the parts adds up.
/// </summary>
/// <param name="Cases">Above zero; null when withheld.</param>
/// <param name="IsSuppressed">Withheld to protect victims.</param>
/// <param name="IsProtecting">Withheld only because a part is: shown as "withheld", and there need not be any.</param>
public sealed record RestOfPlaces(double? Cases, bool IsSuppressed, bool IsProtecting)
{
    private const int LeastShown = 5;

    /// <summary>What the parts leave of the whole; null when nothing is left, or the whole is itself withheld.</summary>
    /// <param name="whole">The query without places: its only row, whose first value is the cases.</param>
    /// <param name="parts">The same by place.</param>
    /// <param name="isSensitive">The heads counted are all protected.</param>
    public static RestOfPlaces? Of(QueryResult whole, ImmutableArray<QueryRow> parts, bool isSensitive)
    {
        if (whole.Rows is not [{ IsSuppressed: false, Values: [{ } cases, ..] }, ..])
            return null;
        if (parts.Any(part => part.IsSuppressed))
            return new RestOfPlaces(null, true, true);
        var rest = cases - parts.Sum(part => part.Values[0] ?? 0);
        return rest <= 0 ? null
            : isSensitive && rest < LeastShown ? new RestOfPlaces(null, true, false)
            : new RestOfPlaces(rest, false, false);
    }
}
