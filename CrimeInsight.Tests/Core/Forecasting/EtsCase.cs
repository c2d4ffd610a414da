using CrimeInsight.Core.Forecasting.Methods.Ets;

namespace CrimeInsight.Tests.Core.Forecasting;

/// <summary>One fit of the reference implementation.</summary>
internal sealed record EtsCase(
    string Name,
    string SeriesName,
    EtsForm Form,
    double LogLikelihood,
    double Aicc,
    double Variance,
    double Alpha,
    double Beta,
    double Gamma,
    double Phi,
    double Level,
    double Trend,
    double[] Seasons,
    double[] FinalStates)
{
    public double[] Series => ForecastReference.Series[SeriesName].Values;

    public int SeasonLength => ForecastReference.Series[SeriesName].SeasonLength;

    public EtsLayout Layout => new(Form, SeasonLength);

    /// <summary>The reference's parameters and initial states as our optimiser sees them.</summary>
    public double[] Point()
    {
        var layout = Layout;
        var point = new double[layout.Count];
        point[0] = Alpha;
        if (layout.Beta >= 0)
            point[layout.Beta] = (Beta - EtsBounds.Least) / (Alpha - EtsBounds.Least);
        if (layout.Gamma >= 0)
            point[layout.Gamma] = (Gamma - EtsBounds.Least) / (1 - Alpha - EtsBounds.Least);
        if (layout.Phi >= 0)
            point[layout.Phi] = Phi;
        point[layout.Level] = Level;
        if (layout.Trend >= 0)
            point[layout.Trend] = Trend;
        if (layout.Season >= 0)
            Seasons.AsSpan(0, layout.SeasonLength - 1).CopyTo(point.AsSpan(layout.Season));
        return point;
    }

    /// <summary>The reference's fit as one of ours.</summary>
    public EtsFit Fit()
    {
        var layout = Layout;
        var season = new double[layout.SeasonLength];
        var first = Form.Trend == EtsTrend.None ? 1 : 2;
        for (var back = 0; back < layout.SeasonLength && layout.Season >= 0; back++)
            season[(Series.Length - 1 - back) % layout.SeasonLength] = FinalStates[first + back];
        var initial = layout.ToStates(Point());
        var final = initial with { Level = FinalStates[0], Trend = first == 2 ? FinalStates[1] : 0, Season = season };
        return new EtsFit(Form, Point(), initial, final, LogLikelihood, Variance, Form.ParameterCount(layout.SeasonLength) + 1, Series.Length);
    }
}
