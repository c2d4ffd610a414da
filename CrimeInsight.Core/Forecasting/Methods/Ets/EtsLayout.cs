using System.Numerics;

namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Where each quantity of a form sits in the vector the optimiser works on: α, then the share of β in its range
/// (10⁻⁴ … α), the share of γ in its range (10⁻⁴ … 1 − α), φ, the initial level, the initial trend, and all but the
/// last initial season (which follows from their sum). The shares make the region a box. Absent: −1.
/// </summary>
internal sealed class EtsLayout
{
    public EtsLayout(EtsForm form, int seasonLength)
    {
        Form = form;
        SeasonLength = form.Season == EtsSeason.None ? 1 : seasonLength;
        var next = 1;
        Beta = form.Trend == EtsTrend.None ? -1 : next++;
        Gamma = form.Season == EtsSeason.None ? -1 : next++;
        Phi = form.Trend == EtsTrend.Damped ? next++ : -1;
        Level = next++;
        Trend = form.Trend == EtsTrend.None ? -1 : next++;
        Season = form.Season == EtsSeason.None ? -1 : next;
        Count = next + SeasonLength - 1;
        var lanes = Math.Max(4, Vector<double>.Count);
        Width = (Count + lanes - 1) / lanes * lanes;
    }

    public EtsForm Form { get; }

    /// <summary>1 for a form without season.</summary>
    public int SeasonLength { get; }

    public int Beta { get; }

    public int Gamma { get; }

    public int Phi { get; }

    public int Level { get; }

    public int Trend { get; }

    /// <summary>First seasonal slot.</summary>
    public int Season { get; }

    public int Count { get; }

    /// <summary><see cref="Count"/> rounded up to whole vector registers and blocks of four.</summary>
    public int Width { get; }

    /// <summary>Sum of the initial seasons.</summary>
    public double SeasonSum => Form.Season == EtsSeason.Multiplicative ? SeasonLength : 0;

    public double LowerOf(int index) =>
        index == 0 ? EtsBounds.Least : index == Phi ? EtsBounds.LeastDamping : index < Level ? 0 : double.NegativeInfinity;

    public double UpperOf(int index) =>
        index == 0 ? EtsBounds.Most : index == Phi ? EtsBounds.MostDamping : index < Level ? 1 : double.PositiveInfinity;

    public double BetaOf(ReadOnlySpan<double> point) =>
        Beta < 0 ? 0 : EtsBounds.Least + (point[0] - EtsBounds.Least) * point[Beta];

    public double GammaOf(ReadOnlySpan<double> point) =>
        Gamma < 0 ? 0 : EtsBounds.Least + (1 - point[0] - EtsBounds.Least) * point[Gamma];

    /// <summary>1 for a straight trend, 0 without trend (the trend state is then ignored).</summary>
    public double PhiOf(ReadOnlySpan<double> point) =>
        Phi >= 0 ? point[Phi] : Form.Trend == EtsTrend.None ? 0 : 1;

    /// <summary>Writes the initial seasons of a point into one slot each.</summary>
    public void CopySeason(ReadOnlySpan<double> point, Span<double> season)
    {
        if (Season < 0)
        {
            season[0] = 0;
            return;
        }

        var free = point.Slice(Season, SeasonLength - 1);
        free.CopyTo(season);
        var last = SeasonSum;
        foreach (var value in free)
            last -= value;
        season[SeasonLength - 1] = last;
    }

    public EtsStates ToStates(ReadOnlySpan<double> point)
    {
        var season = new double[SeasonLength];
        CopySeason(point, season);
        return new EtsStates
        {
            Alpha = point[0],
            Beta = BetaOf(point),
            Gamma = GammaOf(point),
            Phi = PhiOf(point),
            Level = point[Level],
            Trend = Trend < 0 ? 0 : point[Trend],
            Season = season,
        };
    }
}
