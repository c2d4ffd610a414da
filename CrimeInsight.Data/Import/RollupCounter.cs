using System.Runtime.InteropServices;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>Counts the incidents of one year for the rollups of a date basis: gathers a key per incident and rollup, and sums them at the end.</summary>
/// <param name="basis">Registered: months and victims only. Occurred: all.</param>
internal sealed class RollupCounter(RollupNodes nodes, DateBasis basis)
{
    public const int CoarseZoom = 10;

    public const int FineZoom = 13;

    private const int CoarseShift = 24;
    private const int FineShift = 18;
    private const int HoursWithUnknown = 25;
    private const int Weekdays = 7;

    // Protected cases have one slot of their own by hour, and by victim as many as the others, after theirs (QuerySource).
    private const int ProtectedHour = Weekdays * HoursWithUnknown;
    private const int AgeBands = 9;
    private const int Genders = 4;
    private const int ProtectedVictims = Genders * AgeBands;
    private const int Statuses = 5;
    private const int HeadLevels = (int)CrimeHeadLevel.SubHead + 1;

    private readonly List<ulong> _months = [];
    private readonly List<ulong> _hours = [];
    private readonly List<ulong> _victims = [];
    private readonly List<ulong> _cells = [];
    private readonly List<ulong> _fineCells = [];

    public void Add(in RollupFacts facts)
    {
        if (!nodes.TryFind(facts.Ordinal, out var place))
            return;
        var month = facts.On(basis).Month;
        var (circle, state) = (nodes.CircleOf(place), nodes.StateOf(place));
        _months.Add(RollupKey.OfPlace(nodes.PlaceLevels[circle], facts.HeadId, circle, month, facts.Status));
        var victim = facts.VictimGender * AgeBands + facts.VictimAgeBand + (facts.IsSensitive ? ProtectedVictims : 0);
        _victims.Add(RollupKey.OfPlace(nodes.PlaceLevels[state], facts.HeadId, state, month, victim));
        if (basis == DateBasis.Registered)
            return;
        var hour = facts.IsSensitive ? ProtectedHour : ((int)facts.OccurredOn.DayOfWeek + 6) % Weekdays * HoursWithUnknown + facts.Hour + 1;
        _hours.Add(RollupKey.OfPlace(nodes.PlaceLevels[state], facts.HeadId, state, month, hour));
        if (facts.IsSensitive || facts.CellKey is not { } cell)
            return;
        var district = nodes.DistrictOf(place);
        _cells.Add(RollupKey.OfCell(CoarseZoom, facts.HeadId, cell >> CoarseShift, district, month));
        _fineCells.Add(RollupKey.OfCell(FineZoom, nodes.RootHead, cell >> FineShift, district, month));
    }

    /// <summary>Sums by jurisdiction, head, month and stage of the case, with all ancestors.</summary>
    public RollupSums Months() => RollupGrid.Sum(nodes, CollectionsMarshal.AsSpan(_months), Statuses);

    /// <summary>Sums by state and country, head, month, weekday and hour.</summary>
    public RollupSums Hours() => RollupGrid.Sum(nodes, CollectionsMarshal.AsSpan(_hours), ProtectedHour + 1);

    /// <summary>Sums by state and country, head, month, gender and age band of the victim.</summary>
    public RollupSums Victims() => RollupGrid.Sum(nodes, CollectionsMarshal.AsSpan(_victims), 2 * ProtectedVictims);

    /// <summary>Sums by map cell, head, district and month: protected cases lie in no cell of a map.</summary>
    public RollupSums Cells() => RollupSums.Of(CollectionsMarshal.AsSpan(_cells)).WithAncestors(
        HeadLevels,
        key => nodes.HeadLevels[RollupKey.CellHead(key)],
        key => nodes.HeadParents[RollupKey.CellHead(key)] is >= 0 and var parent ? RollupKey.WithCellHead(key, parent) : null);

    /// <summary>Sums of all heads by small map cell, district and month.</summary>
    public RollupSums FineCells() => RollupSums.Of(CollectionsMarshal.AsSpan(_fineCells));
}
