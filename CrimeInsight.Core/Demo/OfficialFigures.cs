using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>
/// Official cases by state and district, extended where they end: a state's year before the published ones repeats the first,
/// one after them goes on at the level that the last ends on, so that no step and no trend is invented; a district's share of its state is its share under that
/// head in the latest year published by district, else
/// its share of all heads in that year, else of residents.
/// </summary>
internal sealed class OfficialFigures
{
    private readonly DemoIndex _index;
    private readonly int _firstYear;
    private readonly int _years;
    private readonly double[] _states;
    private readonly double[] _districts;
    private readonly bool[] _hasStates;
    private readonly bool[] _hasDistricts;

    public OfficialFigures(DemoIndex index, ImmutableArray<DemoFigure> figures)
    {
        if (figures.IsDefaultOrEmpty)
            throw new ArgumentException("Demo data needs official figures to be calibrated to; load the reference data first.", nameof(figures));
        _index = index;
        _firstYear = figures.Min(figure => figure.Year);
        _years = figures.Max(figure => figure.Year) - _firstYear + 1;
        _states = new double[_years * index.States.Length * index.Heads.Length];
        _districts = new double[_years * index.Districts.Length * index.Heads.Length];
        _hasStates = new bool[_years];
        _hasDistricts = new bool[_years];
        var headOf = index.Heads.Select((head, position) => (head.Id, position)).ToDictionary(pair => pair.Id, pair => pair.position);
        foreach (var figure in figures)
            if (headOf.TryGetValue(figure.HeadId, out var head))
                Put(figure, head);
    }

    /// <summary>Cases of a state, extended to any year.</summary>
    public double OfState(int state, int head, int year)
    {
        var last = _firstYear + Array.LastIndexOf(_hasStates, true);
        return last >= _firstYear && year > last ? Published(state, head, last) * (1 + SlopeOf(state, head, last) / 2) : Published(state, head, year);
    }

    private double Published(int state, int head, int year)
    {
        var slot = Nearest(_hasStates, year);
        if (slot >= 0)
            return _states[(slot * _index.States.Length + state) * _index.Heads.Length + head];
        slot = Nearest(_hasDistricts, year);
        return _index.Members[state].Sum(district => District(slot, district, head));
    }

    /// <summary>Cases of each district of a state, in the order of its members; they add up to the state's.</summary>
    public double[] OfDistricts(int state, int head, int year)
    {
        var total = OfState(state, head, year);
        var slot = Nearest(_hasDistricts, year);
        var members = _index.Members[state];
        var shares = members.Select(district => slot < 0 ? 0 : District(slot, district, head)).ToArray();
        if (shares.Sum() <= 0 && slot >= 0)
            shares = [.. members.Select(district => OfAllHeads(slot, district))];
        if (shares.Sum() <= 0)
            shares = [.. members.Select(district => (double)Math.Max(_index.Districts[district].Population, 1))];
        var sum = shares.Sum();
        return [.. shares.Select(share => total * (share / sum))];
    }

    /// <summary>
    /// Relative change over the year implied by the years beside it, shrunk where cases are few, within ± 0.5: so that one
    /// year runs into the next without a step in January.
    /// </summary>
    public double SlopeOf(int state, int head, int year)
    {
        const double MostSlope = 0.5;
        const double ShrinkCases = 100;
        var now = Published(state, head, year);
        if (now <= 0)
            return 0;
        var before = Published(state, head, year - 1);
        var after = Published(state, head, year + 1);
        var steps = (Repeats(year, year - 1) ? 0 : 1) + (Repeats(year, year + 1) ? 0 : 1);
        var slope = steps == 0 ? 0 : (after - before) / steps / now * (now / (now + ShrinkCases));
        return Math.Clamp(slope, -MostSlope, MostSlope);
    }

    private bool Repeats(int year, int other) => Nearest(_hasStates, year) == Nearest(_hasStates, other);

    private void Put(DemoFigure figure, int head)
    {
        var slot = figure.Year - _firstYear;
        if (_index.StateOf.TryGetValue(figure.AreaCode, out var state))
        {
            _states[(slot * _index.States.Length + state) * _index.Heads.Length + head] = figure.Cases;
            _hasStates[slot] = true;
        }
        else if (_index.DistrictOf.TryGetValue(figure.AreaCode, out var district))
        {
            _districts[(slot * _index.Districts.Length + district) * _index.Heads.Length + head] = figure.Cases;
            _hasDistricts[slot] = true;
        }
    }

    private double District(int slot, int district, int head) =>
        _districts[(slot * _index.Districts.Length + district) * _index.Heads.Length + head];

    private double OfAllHeads(int slot, int district)
    {
        var start = (slot * _index.Districts.Length + district) * _index.Heads.Length;
        var sum = 0.0;
        foreach (var cases in _districts.AsSpan(start, _index.Heads.Length))
            sum += cases;
        return sum;
    }

    // The latest published year that is not later, else the earliest; −1 when none is.
    private int Nearest(bool[] published, int year)
    {
        for (var slot = Math.Min(year - _firstYear, _years - 1); slot >= 0; slot--)
            if (published[slot])
                return slot;
        return Array.IndexOf(published, true);
    }
}
