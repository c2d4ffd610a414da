namespace CrimeInsight.Core.Demo;

/// <summary>
/// How many incidents each district × head × year gets: registered cases, moved by the reclassification of 2024, times the
/// share asked for and rounded systematically (one running total over year, head, state, district), so that every cell
/// is its target rounded down or up and every run of neighbouring cells, thus every year and every head of a year, is
/// within one of its target. A year depends on the share and the years before it, never on those after.
/// </summary>
internal sealed class CaseTargets
{
    // Rounding of the running total may leave it a hair below a whole number.
    private const double Hair = 1e-7;

    private readonly DemoIndex _index;
    private readonly OfficialFigures _figures;
    private readonly DayWeights _days;
    private readonly DemoRequest _request;
    private readonly double _start;
    private readonly List<Year> _years = [];
    private readonly Lock _gate = new();
    private double _running;
    private long _given;

    public CaseTargets(DemoRequest request, DemoIndex index, OfficialFigures figures, DayWeights days)
    {
        (_request, _index, _figures, _days) = (request, index, figures, days);
        _start = (1 - 10 * Hair) * new DemoRandom(request.Seed, 0, -1).NextUnit();
        var registered = Registered();
        if (registered <= 0)
            throw new ArgumentException("Demo data needs official figures with cases in the years asked for; load the reference data first.");
        Share = request.Share ?? request.Incidents!.Value / registered;
    }

    /// <summary>Incidents for each registered case.</summary>
    public double Share { get; }

    /// <summary>Expected incidents before rounding.</summary>
    public double TargetOf(int year, int head, int district) => At(year).Targets[Cell(head, district)];

    public int CountOf(int year, int head, int district) => At(year).Counts[Cell(head, district)];

    public int CountOf(int year) => At(year).Counts.Sum();

    private int Cell(int head, int district) => head * _index.Districts.Length + district;

    private Year At(int year)
    {
        lock (_gate)
        {
            while (_years.Count <= year - _request.From)
                _years.Add(Round(Cases(_request.From + _years.Count)));
            return _years[year - _request.From];
        }
    }

    private Year Round(double[] targets)
    {
        var counts = new int[targets.Length];
        for (var cell = 0; cell < targets.Length; cell++)
        {
            targets[cell] *= Share;
            _running += targets[cell];
            var until = (long)Math.Floor(_running + _start + Hair);
            counts[cell] = (int)(until - _given);
            _given = until;
        }

        return new Year(targets, counts);
    }

    // Registered cases from the first day asked for to the last.
    private double Registered()
    {
        var total = 0.0;
        for (var year = _request.From; year < _request.Until.Year; year++)
            total += Cases(year).Sum();
        if (_request.Until.DayOfYear == 1)
            return total;
        var last = Cases(_request.Until.Year);
        for (var head = 0; head < _index.Heads.Length; head++)
            for (var state = 0; state < _index.States.Length; state++)
            {
                var weights = _days.Of(state, head, _request.Until.Year);
                var part = weights.Take(_request.Until.DayOfYear - 1).Sum() / Math.Max(weights.Sum(), double.Epsilon);
                total += part * _index.Members[state].Sum(district => last[Cell(head, district)]);
            }

        return total;
    }

    private double[] Cases(int year)
    {
        var cases = new double[_index.Heads.Length * _index.Districts.Length];
        for (var head = 0; head < _index.Heads.Length; head++)
            for (var state = 0; state < _index.States.Length; state++)
            {
                var members = _index.Members[state];
                var shares = _figures.OfDistricts(state, head, year);
                for (var k = 0; k < members.Length; k++)
                    cases[Cell(head, members[k])] = shares[k];
            }

        if (year >= PlantedEffects.BnsFrom.Year)
            Reclassify(cases, year);
        return cases;
    }

    private void Reclassify(double[] cases, int year)
    {
        var before = (double[])cases.Clone();
        var first = new DateOnly(year, 1, 1);
        foreach (var shift in PlantedEffects.Shifts)
        {
            if (!_index.HeadOf.TryGetValue(shift.FromHeadCode, out var from) || !_index.HeadOf.TryGetValue(shift.ToHeadCode, out var to))
                continue;
            for (var state = 0; state < _index.States.Length; state++)
            {
                var weights = _days.Of(state, from, year, withShifts: false);
                var start = Math.Clamp(shift.From.DayNumber - first.DayNumber, 0, weights.Length);
                var moved = shift.Share * (weights.AsSpan(start).ToArray().Sum() / weights.Sum());
                foreach (var district in _index.Members[state])
                {
                    cases[Cell(from, district)] -= moved * before[Cell(from, district)];
                    cases[Cell(to, district)] += moved * before[Cell(from, district)];
                }
            }
        }
    }

    private sealed record Year(double[] Targets, int[] Counts);
}
