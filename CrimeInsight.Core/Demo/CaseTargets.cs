namespace CrimeInsight.Core.Demo;

/// <summary>
/// How many incidents each district × head × year gets: official cases, moved by the reclassification of 2024, scaled to
/// the number asked for and rounded systematically (one running total over year, head, state, district), so that every cell
/// is its target rounded down or up and every run of neighbouring cells, thus every year and every head of a year, is
/// within one of its target. The total is exact.
/// </summary>
internal sealed class CaseTargets
{
    private readonly DemoRequest _request;
    private readonly int _heads;
    private readonly int _districts;
    private readonly double[][] _targets;
    private readonly int[][] _counts;

    public CaseTargets(DemoRequest request, DemoIndex index, OfficialFigures figures, DayWeights days)
    {
        _request = request;
        _heads = index.Heads.Length;
        _districts = index.Districts.Length;
        _targets = [.. Enumerable.Range(request.From, request.Until - request.From).Select(year => Cases(index, figures, days, year))];
        Scale();
        _counts = Round();
    }

    /// <summary>Expected incidents before rounding.</summary>
    public double TargetOf(int year, int head, int district) => _targets[year - _request.From][head * _districts + district];

    public int CountOf(int year, int head, int district) => _counts[year - _request.From][head * _districts + district];

    public int CountOf(int year) => _counts[year - _request.From].Sum();

    private double[] Cases(DemoIndex index, OfficialFigures figures, DayWeights days, int year)
    {
        var cases = new double[_heads * _districts];
        for (var head = 0; head < _heads; head++)
            for (var state = 0; state < index.States.Length; state++)
            {
                var members = index.Members[state];
                var shares = figures.OfDistricts(state, head, year);
                for (var k = 0; k < members.Length; k++)
                    cases[head * _districts + members[k]] = shares[k];
            }

        if (year >= PlantedEffects.BnsFrom.Year)
            Reclassify(cases, index, days, year);
        return cases;
    }

    private void Reclassify(double[] cases, DemoIndex index, DayWeights days, int year)
    {
        var before = (double[])cases.Clone();
        var first = new DateOnly(year, 1, 1);
        foreach (var shift in PlantedEffects.Shifts)
        {
            if (!index.HeadOf.TryGetValue(shift.FromHeadCode, out var from) || !index.HeadOf.TryGetValue(shift.ToHeadCode, out var to))
                continue;
            for (var state = 0; state < index.States.Length; state++)
            {
                var weights = days.Of(state, from, year, withShifts: false);
                var start = Math.Clamp(shift.From.DayNumber - first.DayNumber, 0, weights.Length);
                var moved = shift.Share * (weights.AsSpan(start).ToArray().Sum() / weights.Sum());
                foreach (var district in index.Members[state])
                {
                    cases[from * _districts + district] -= moved * before[from * _districts + district];
                    cases[to * _districts + district] += moved * before[from * _districts + district];
                }
            }
        }
    }

    private void Scale()
    {
        var total = _targets.Sum(year => year.Sum());
        if (total <= 0)
            throw new ArgumentException("Demo data needs official figures with cases in the years asked for; load the reference data first.");
        foreach (var year in _targets)
            for (var cell = 0; cell < year.Length; cell++)
                year[cell] *= _request.Incidents / total;
    }

    private int[][] Round()
    {
        var start = new DemoRandom(_request.Seed, 0, -1).NextUnit();
        var counts = _targets.Select(year => new int[year.Length]).ToArray();
        var running = 0.0;
        var given = 0;
        (int Year, int Cell) last = default;
        for (var year = 0; year < counts.Length; year++)
            for (var cell = 0; cell < counts[year].Length; cell++)
            {
                if (_targets[year][cell] <= 0)
                    continue;
                running += _targets[year][cell];
                var until = Math.Min((int)Math.Floor(running + start), _request.Incidents);
                counts[year][cell] = until - given;
                (given, last) = (until, (year, cell));
            }

        // Rounding of the running total may leave it a hair below the number asked for.
        counts[last.Year][last.Cell] += _request.Incidents - given;
        return counts;
    }
}
