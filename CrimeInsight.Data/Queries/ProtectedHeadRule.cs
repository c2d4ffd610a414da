using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Data.Queries;

/// <summary>
/// How finely protected cases are divided (docs/query.md). Those that may not be divided as a query asks are taken out of its
/// rows: where hours, days or victims are concerned those of whatever head, else those of sensitive heads. What is taken out is
/// said, so that rows and it are the total.
/// </summary>
internal sealed class ProtectedHeadRule(ResolvedQuery resolved, int minimumTotal)
{
    private readonly HashSet<string> _heads = [];
    private WithheldReason? _reason;
    private long _cases;

    /// <summary>Protected cases of every head matter, in every group; else those of sensitive heads do, in groups that tell them.</summary>
    public static bool NeedsDetail(ResolvedQuery resolved) => IsTooFine(resolved) || IsByVictim(resolved);

    /// <summary>
    /// Rows to withhold so that few protected cases do not follow from a total less the rows that no longer count them; to be asked
    /// before <see cref="Apply"/>. One more or one less of those must be possible.
    /// </summary>
    public IReadOnlyList<CellKey> Guards(IEnumerable<QueryCell> cells) => !NeedsDetail(resolved) || !IsWhole(resolved.Query) ? [] :
    [
        .. cells
            .Where(cell => !cell.Heads.IsWhollySensitive)
            .GroupBy(cell => Undivided(cell.Key))
            .Where(group => CellSuppression.IsSmall(group.Sum(cell => cell.Sensitive(QuerySlice.Current).Cases)))
            .SelectMany(GuardsOf),
    ];

    private static IEnumerable<CellKey> GuardsOf(IEnumerable<QueryCell> cells)
    {
        var room = 0L;
        foreach (var (key, open) in cells.Select(cell => (cell.Key, Open: (cell.All(QuerySlice.Current) - cell.Sensitive(QuerySlice.Current)).Cases))
            .Where(cell => cell.Open > 0).OrderBy(cell => (cell.Open, cell.Key)))
        {
            if (room > 0)
                yield break;
            room += open - 1;
            yield return key;
        }
    }

    /// <summary>Takes cases out of cells, which stay, some of them empty.</summary>
    /// <returns>What was taken out; null: nothing.</returns>
    public WithheldCases? Apply(IReadOnlyCollection<QueryCell> cells)
    {
        if (IsTooFine(resolved))
            return TakeAll(cells, resolved.Heads.Groups, WithheldReason.TooFine);
        if (resolved.Places.Counted.Any(IsTooSmall))
            return IsByVictim(resolved)
                ? TakeAll(cells, resolved.Heads.Groups, WithheldReason.TooSmallPlaces)
                : TakeAll([.. cells.Where(cell => cell.Heads.IsOneStepFromSensitive)],
                    resolved.Heads.Groups.Where(group => group.IsOneStepFromSensitive), WithheldReason.TooSmallPlaces);
        if (IsByVictim(resolved))
            foreach (var group in cells.GroupBy(cell => Undivided(cell.Key)))
                Settle([.. group], isAcrossHeads: !group.First().Heads.IsOneStepFromSensitive);
        if (!resolved.Query.Dimensions.IsEmpty)
            DivideOnlyMany(cells);
        return Told(_reason, canTell: true);
    }

    // Hours, weekdays and days never, nor victims by a filter: the rest would follow by subtraction.
    private static bool IsTooFine(ResolvedQuery resolved) =>
        resolved.Has(Dimension.Day) || resolved.Has(Dimension.Weekday) || resolved.Has(Dimension.Hour) || !IsWhole(resolved.Query);

    // Its total may be asked for, as far as time and victims are concerned.
    private static bool IsWhole(IncidentQuery query) =>
        query.Period.IsWholeMonths && query.Weekdays.IsEmpty && query.Hours.IsEmpty && query.Genders.IsEmpty && query.AgeBands.IsEmpty;

    private static bool IsByVictim(ResolvedQuery resolved) => resolved.Has(Dimension.Gender) || resolved.Has(Dimension.AgeBand);

    private bool IsTooSmall(Jurisdiction place) => place.Level > ProtectedHeads.FinestLevel(resolved.Query.Audience);

    private CellKey Undivided(CellKey key)
    {
        for (var i = 0; i < resolved.Query.Dimensions.Length; i++)
            if (resolved.Query.Dimensions[i] is Dimension.Day or Dimension.Weekday or Dimension.Hour or Dimension.Gender or Dimension.AgeBand)
                key = key.Along(i);
        return key;
    }

    // A table of protected heads, and within a table by more than heads each such head.
    private void DivideOnlyMany(IReadOnlyCollection<QueryCell> cells)
    {
        if (resolved.Heads.Groups.All(group => group.IsOneStepFromSensitive))
            Settle(cells, isAcrossHeads: false);
        if (resolved.Query.Dimensions is not [Dimension.Head])
            foreach (var group in cells.Where(cell => cell.Heads.IsOneStepFromSensitive).GroupBy(cell => cell.Heads))
                Settle([.. group], isAcrossHeads: false);
    }

    // Of an earlier period alone nothing is told; unless other cases stay in the rows, which then lose it in all periods.
    private void Settle(IReadOnlyCollection<QueryCell> cells, bool isAcrossHeads)
    {
        int[] slices = [.. QuerySlice.Of(resolved).Select(slice => slice.Index).Where(slice => !IsDivisible(cells, slice, isAcrossHeads))];
        if (slices.Contains(QuerySlice.Current) || (slices.Length > 0 && cells.Any(cell => !cell.Heads.IsWhollySensitive)))
            Take(cells, isAcrossHeads ? WithheldReason.TooFine : WithheldReason.TooFew);
        else
            foreach (var cell in cells)
                foreach (var slice in slices)
                    cell.Untell(slice);
    }

    private bool IsDivisible(IReadOnlyCollection<QueryCell> cells, int slice, bool isAcrossHeads)
    {
        var total = cells.Sum(cell => cell.Sensitive(slice).Cases);
        return total == 0 || (total >= minimumTotal && !(isAcrossHeads && cells.Any(cell => CellSuppression.IsSmall(cell.Sensitive(slice).Cases))));
    }

    private void Take(IEnumerable<QueryCell> cells, WithheldReason reason)
    {
        foreach (var cell in cells)
        {
            if (cell.Sensitive(QuerySlice.Current).Cases is > 0 and var cases)
                (_cases, _reason) = (_cases + cases, reason);
            _heads.UnionWith(cell.Heads.Protected);
            for (var slice = 0; slice < QuerySlice.Count; slice++)
                cell.SetApart(slice);
        }
    }

    // Where not even the total may be said, neither may be that it is zero.
    private WithheldCases? TakeAll(IReadOnlyCollection<QueryCell> cells, IEnumerable<HeadGroup> groups, WithheldReason reason)
    {
        Take(cells, reason);
        _heads.UnionWith(groups.SelectMany(group => group.Protected));
        var canTell = IsWhole(resolved.Query) && !resolved.Places.Roots.Any(IsTooSmall);
        return Told(canTell ? _reason : reason, canTell);
    }

    private WithheldCases? Told(WithheldReason? reason, bool canTell) => reason is not { } why || (_heads.Count == 0 && !NeedsDetail(resolved))
        ? null
        : new WithheldCases(
            why, [.. _heads.Order(StringComparer.Ordinal)], canTell && !CellSuppression.IsSmall(_cases) ? _cases
                : null, canTell && CellSuppression.IsSmall(_cases));
}
