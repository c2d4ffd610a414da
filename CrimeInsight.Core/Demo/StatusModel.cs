using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Demo;

/// <summary>
/// Legal status from the state's official rates and the age of the case. Police dispose of a case after an exponential
/// time; a charge sheet follows with the state's chargesheet rate, tilted by head and re-centred so that the state's mix
/// of heads meets the rate; a court decides after another, longer time, convicting at the conviction rate likewise.
/// </summary>
internal sealed class StatusModel
{
    /// <summary>Used for a state without rates: about the national ones.</summary>
    private const double UsualChargesheetPercent = 72;
    private const double UsualConvictionPercent = 54;

    private const int StepDays = 10;
    private const int Steps = 800;

    // By DisposalShape: mean days to disposal by police, days before a court decides, mean days to a decision, odds.
    private static readonly double[] s_policeDays = [45, 120, 150, 180, 330];
    private static readonly double[] s_courtLagDays = [45, 120, 180, 180, 330];
    private static readonly double[] s_courtDays = [550, 2200, 3200, 1900, 3600];
    private static readonly double[] s_chargeOdds = [6, 2, 3, 0.35, 0.5];
    private static readonly double[] s_convictOdds = [2.5, 0.8, 0.7, 1, 0.6];

    private static readonly double[][] s_disposed = [.. s_policeDays.Select(days => Curve(0, days))];
    private static readonly double[][] s_decided = [.. s_courtDays.Select((days, shape) => Curve(s_courtLagDays[shape], days))];

    private readonly int _heads;
    private readonly ImmutableArray<HeadProfile> _profiles;
    private readonly double[] _charged;
    private readonly double[] _convicted;

    /// <summary>Rates for the cases of one year.</summary>
    public StatusModel(DemoIndex index, ImmutableArray<DemoStateRate> rates, CaseTargets targets, int year)
    {
        _heads = index.Heads.Length;
        _profiles = index.Profiles;
        _charged = new double[index.States.Length * _heads];
        _convicted = new double[index.States.Length * _heads];
        for (var state = 0; state < index.States.Length; state++)
        {
            var rate = RateOf(rates, index.States[state], year);
            var mix = Enumerable.Range(0, _heads).Select(head => index.Members[state].Sum(district => targets.TargetOf(year, head, district))).ToArray();
            Centre(mix, s_chargeOdds, rate.ChargesheetPercent / 100, _charged.AsSpan(state * _heads, _heads));
            Centre(mix, s_convictOdds, rate.ConvictionPercent / 100, _convicted.AsSpan(state * _heads, _heads));
        }
    }

    /// <summary>The stage, and the days since registration after which police filed a charge sheet and the case ended.</summary>
    public (LegalStatus Status, int? ChargesheetedAfter, int? DisposedAfter) Sample(int state, int head, int ageDays, DemoRandom random)
    {
        var shape = (int)_profiles[head].Disposal;
        var step = Math.Clamp(ageDays / StepDays, 0, Steps - 1);
        var police = random.NextUnit();
        if (police >= s_disposed[shape][step])
            return (LegalStatus.UnderInvestigation, null, null);
        // The draw that says that it is over says when: the curve is its distribution.
        var after = DaysAt(police, 0, s_policeDays[shape], ageDays);
        if (random.NextUnit() >= _charged[state * _heads + head])
            return (LegalStatus.Closed, null, after);
        var court = random.NextUnit();
        if (court >= s_decided[shape][step])
            return (LegalStatus.Chargesheeted, after, null);
        var decided = Math.Max(after, DaysAt(court, s_courtLagDays[shape], s_courtDays[shape], ageDays));
        return (random.NextUnit() < _convicted[state * _heads + head] ? LegalStatus.Convicted : LegalStatus.Acquitted, after, decided);
    }

    private static int DaysAt(double draw, double lagDays, double meanDays, int ageDays) =>
        Math.Clamp((int)(lagDays - meanDays * PortableMath.Log(1 - draw)), 0, Math.Max(0, ageDays));

    private static DemoStateRate RateOf(ImmutableArray<DemoStateRate> rates, string state, int year) =>
        rates.Where(rate => rate.StateCode == state).OrderBy(rate => Math.Abs(rate.Year - year)).ThenBy(rate => rate.Year).FirstOrDefault()
            ?? new DemoStateRate(state, year, UsualChargesheetPercent, UsualConvictionPercent);

    // p = k·odds ÷ (1 + k·odds), with k by bisection so that the mix's mean of p is the rate.
    private void Centre(double[] mix, double[] odds, double rate, Span<double> probabilities)
    {
        var (low, high) = (1e-7, 1e7);
        var total = mix.Sum();
        for (var i = 0; i < 60; i++)
        {
            var middle = Math.Sqrt(low * high);
            var mean = 0.0;
            for (var head = 0; head < mix.Length; head++)
                mean += mix[head] * Tilt(middle, odds[(int)_profiles[head].Disposal]);
            (low, high) = mean < rate * total ? (middle, high) : (low, middle);
        }

        for (var head = 0; head < mix.Length; head++)
            probabilities[head] = Tilt(high, odds[(int)_profiles[head].Disposal]);
    }

    private static double Tilt(double factor, double odds) => factor * odds / (1 + factor * odds);

    private static double[] Curve(double lagDays, double meanDays)
    {
        var curve = new double[Steps];
        for (var step = 0; step < Steps; step++)
            curve[step] = 1 - PortableMath.Exp(-Math.Max(0, (step + 0.5) * StepDays - lagDays) / meanDays);
        return curve;
    }
}
