using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>Gathers, of the incidents of one year, what the rollups of a date basis count, and sums it at the end.</summary>
/// <param name="basis">Registered: months and victims only. Occurred: all.</param>
internal sealed class RollupCounter(RollupNodes nodes, DateBasis basis)
{
    public const int CoarseZoom = 10;

    public const int FineZoom = 13;

    private const int CoarseShift = 6;
    private const int FineShift = 18;
    private const int HoursWithUnknown = 25;
    private const int Weekdays = 7;
    private const uint NoCell = uint.MaxValue;

    // Protected cases have one slot of their own by hour, and by victim as many as the others, after theirs (QuerySource).
    private const int ProtectedHour = Weekdays * HoursWithUnknown;
    private const int AgeBands = 9;
    private const int Genders = 4;
    private const int ProtectedVictims = Genders * AgeBands;
    private const int HeadLevels = (int)CrimeHeadLevel.SubHead + 1;

    /// <summary>Slots by stage of the case, hour and victim.</summary>
    public const int Statuses = 5, Hours = ProtectedHour + 1, Victims = 2 * ProtectedVictims;

    private readonly List<RollupCase> _cases = [];

    // Small map cells of the cases, in their order.
    private readonly List<uint> _cells = [];

    public void Add(in RollupFacts facts)
    {
        if (!nodes.TryFind(facts.Ordinal, out var place))
            return;
        _cases.Add(new RollupCase(facts, place, basis));
        // Protected cases lie in no cell of a map.
        if (basis == DateBasis.Occurred)
            _cells.Add(facts.IsSensitive || facts.CellKey is not { } cell ? NoCell : (uint)(cell >> FineShift));
    }

    /// <summary>Sums by jurisdiction, head, month and stage of the case, with all ancestors.</summary>
    public RollupSums ByMonth(RollupGrid grid)
    {
        foreach (var one in _cases)
            grid.Add(nodes.CircleOf(one.Place), one.Head, one.Month, one.Status);
        return grid.Sum();
    }

    /// <summary>Sums by state and country, head, month, weekday and hour.</summary>
    public RollupSums ByHour(RollupGrid grid)
    {
        foreach (var one in _cases)
            grid.Add(nodes.StateOf(one.Place), one.Head, one.Month, one.IsSensitive ? ProtectedHour : one.Weekday * HoursWithUnknown + one.HourOrUnknown);
        return grid.Sum();
    }

    /// <summary>Sums by state and country, head, month, gender and age band of the victim.</summary>
    public RollupSums ByVictim(RollupGrid grid)
    {
        foreach (var one in _cases)
            grid.Add(
                nodes.StateOf(one.Place), one.Head, one.Month,
                one.VictimGender * AgeBands + one.VictimAgeBand + (one.IsSensitive ? ProtectedVictims : 0));
        return grid.Sum();
    }

    /// <summary>Sums by map cell, head, district and month.</summary>
    public RollupSums ByCell() => RollupSums.Of(CellKeys((one, cell) =>
        RollupKey.OfCell(CoarseZoom, one.Head, cell >> CoarseShift, nodes.DistrictOf(one.Place), one.Month))).WithAncestors(
            HeadLevels,
            key => nodes.HeadLevels[RollupKey.CellHead(key)],
            key => nodes.HeadParents[RollupKey.CellHead(key)] is >= 0 and var parent ? RollupKey.WithCellHead(key, parent) : null);

    /// <summary>Sums of all heads by small map cell, district and month.</summary>
    public RollupSums ByFineCell() => RollupSums.Of(CellKeys((one, cell) =>
        RollupKey.OfCell(FineZoom, nodes.RootHead, cell, nodes.DistrictOf(one.Place), one.Month)));

    private ulong[] CellKeys(Func<RollupCase, uint, ulong> keyOf)
    {
        var keys = new ulong[_cells.Count - _cells.Count(cell => cell == NoCell)];
        var count = 0;
        for (var i = 0; i < _cells.Count; i++)
            if (_cells[i] != NoCell)
                keys[count++] = keyOf(_cases[i], _cells[i]);
        return keys;
    }
}
