using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Data.Queries;

/// <summary>What a reader of a table knows before any figure: its dimensions and all their keys.</summary>
/// <param name="Dimensions">0 … 3.</param>
/// <param name="HeadIndex">Which of them is the head; −1: none.</param>
/// <param name="All">The heads of the whole table.</param>
/// <param name="GroupOf">The heads of a key of the head dimension; of 0 without one.</param>
/// <param name="KeysOf">Every key a dimension may have.</param>
internal sealed record TableShape(int Dimensions, int HeadIndex, HeadGroup All, Func<int, HeadGroup> GroupOf, Func<int, IReadOnlyList<int>> KeysOf)
{
    public static TableShape Of(ResolvedQuery resolved) => new(
        resolved.Query.Dimensions.Length, resolved.IndexOf(Dimension.Head), resolved.Heads.All, resolved.Heads.Find,
        dimension => Keys(resolved, resolved.Query.Dimensions[dimension]));

    // By hour, weekday and day no protected case is counted, so nothing is withheld and no key asked for.
    private static int[] Keys(ResolvedQuery resolved, Dimension dimension)
    {
        var (from, until) = (resolved.Query.Period.From, resolved.Query.Period.Until.AddDays(-1));
        var first = from.Year * 12 + from.Month - 1;
        return dimension switch
        {
            Dimension.Jurisdiction => [.. resolved.Places.Counted.Select(place => place.Ordinal)],
            Dimension.Head => [.. resolved.Heads.Groups.Select(group => (int)group.Head!.Id)],
            Dimension.Month => [.. Enumerable.Range(first, until.Year * 12 + until.Month - first)],
            Dimension.Year => [.. Enumerable.Range(from.Year, until.Year - from.Year + 1)],
            Dimension.Gender => Numbers<Gender>(),
            Dimension.AgeBand => Numbers<AgeBand>(),
            Dimension.Status => Numbers<LegalStatus>(),
            _ => [],
        };
    }

    private static int[] Numbers<T>() where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture))];
}
