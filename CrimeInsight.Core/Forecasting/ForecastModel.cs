using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CrimeInsight.Core.Forecasting.Methods.Arima;
using CrimeInsight.Core.Forecasting.Methods.Ets;

namespace CrimeInsight.Core.Forecasting;

/// <summary>
/// Which method forecasts: <c>auto</c> (a combination), a method's name, a fixed exponential smoothing form such as
/// <c>ets:MAdM</c>, or fixed ARIMA orders such as <c>arima:(0,1,1)(0,1,1)</c>.
/// </summary>
public sealed record ForecastModel
{
    internal const string AutoName = "auto";
    internal const string EtsName = "ets";
    internal const string SeasonalNaiveName = "snaive";
    internal const string TwelveMonthMeanName = "mean12";
    internal const string DriftName = "drift";
    internal const string NaiveName = "naive";
    internal const string ArimaName = "arima";
    internal const string ThetaName = "theta";
    internal const string DynamicThetaName = "dotm";
    internal const string CesName = "ces";
    internal const string AdditiveName = "additive";
    internal const string CrostonName = "croston";
    internal const string TsbName = "tsb";
    internal const string PoissonName = "poisson";
    internal const string NegativeBinomialName = "negbin";
    internal const string BoostingName = "boosting";

    private const string ExhaustiveMark = "full";

    private ForecastModel(string name, EtsForm? form = null, ArimaOrder? order = null, bool isExhaustive = false)
    {
        Name = name;
        Form = form;
        Order = order;
        IsExhaustive = isExhaustive;
    }

    /// <summary>The combination that did best over the rolling origins.</summary>
    public static ForecastModel Auto { get; } = new(AutoName);

    /// <summary>Exponential smoothing, form chosen by AICc.</summary>
    public static ForecastModel Ets { get; } = new(EtsName);

    /// <summary>The same month a year earlier.</summary>
    public static ForecastModel SeasonalNaive { get; } = new(SeasonalNaiveName);

    /// <summary>The mean of the last year.</summary>
    public static ForecastModel TwelveMonthMean { get; } = new(TwelveMonthMeanName);

    /// <summary>The last value and the mean slope.</summary>
    public static ForecastModel Drift { get; } = new(DriftName);

    /// <summary>The last value.</summary>
    public static ForecastModel Naive { get; } = new(NaiveName);

    /// <summary>Seasonal ARIMA, orders chosen by AICc.</summary>
    public static ForecastModel Arima { get; } = new(ArimaName);

    /// <summary>The classical theta method.</summary>
    public static ForecastModel Theta { get; } = new(ThetaName);

    /// <summary>The dynamic optimised theta model.</summary>
    public static ForecastModel DynamicTheta { get; } = new(DynamicThetaName);

    /// <summary>Complex exponential smoothing.</summary>
    public static ForecastModel Ces { get; } = new(CesName);

    /// <summary>Trend with changes, Fourier season and festivals, as Prophet has it.</summary>
    public static ForecastModel Additive { get; } = new(AdditiveName);

    /// <summary>Size over interval, for series that are mostly zero.</summary>
    public static ForecastModel Croston { get; } = new(CrostonName);

    /// <summary>Chance times size, for series that are mostly zero and may end.</summary>
    public static ForecastModel Tsb { get; } = new(TsbName);

    /// <summary>Poisson counts with a level that follows them.</summary>
    public static ForecastModel Poisson { get; } = new(PoissonName);

    /// <summary>Negative binomial counts with a level that follows them.</summary>
    public static ForecastModel NegativeBinomial { get; } = new(NegativeBinomialName);

    /// <summary>Boosted trees over a whole panel; a batch has it, one series alone does not.</summary>
    public static ForecastModel Boosting { get; } = new(BoostingName, null);

    /// <summary>Every model that can be named without a form.</summary>
    public static ImmutableArray<ForecastModel> All { get; } =
    [
        Auto, Ets, Arima, Theta, DynamicTheta, Ces, Additive, Poisson, NegativeBinomial, Croston, Tsb, SeasonalNaive, TwelveMonthMean, Drift, Naive,
    ];

    /// <summary>The method's name, as written on the command line.</summary>
    public string Name { get; }

    /// <summary>The fixed form of exponential smoothing; null: chosen from the data.</summary>
    public EtsForm? Form { get; }

    /// <summary>The fixed orders of ARIMA; null: chosen from the data.</summary>
    public ArimaOrder? Order { get; }

    /// <summary>ARIMA chosen among all orders instead of those a walk meets.</summary>
    public bool IsExhaustive { get; }

    public bool IsAuto => Name == AutoName;

    /// <summary>Exponential smoothing of one given form.</summary>
    public static ForecastModel FixedEts(EtsForm form) => new(EtsName, form);

    /// <summary>ARIMA of given orders.</summary>
    public static ForecastModel FixedArima(ArimaOrder order) => new(ArimaName, order: order);

    /// <summary>
    /// Reads a name of <see cref="All"/>, <c>ets:FORM</c>, <c>arima:(p,d,q)(P,D,Q)</c> or <c>arima:full</c>; letter case is ignored.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ForecastModel? model)
    {
        model = All.FirstOrDefault(candidate => string.Equals(candidate.Name, text, StringComparison.OrdinalIgnoreCase));
        if (model is not null || text is null)
            return model is not null;
        if (Detail(text, EtsName) is { } form && EtsForm.TryParse(form, out var read))
            model = FixedEts(read);
        else if (Detail(text, ArimaName) is { } order)
        {
            if (string.Equals(order, ExhaustiveMark, StringComparison.OrdinalIgnoreCase))
                model = new ForecastModel(ArimaName, isExhaustive: true);
            else if (ArimaOrder.TryParse(order, out var orders))
                model = FixedArima(orders);
        }

        return model is not null;
    }

    public override string ToString() => Form is { } form ? $"{Name}:{form}" : Order is { } order ? $"{Name}:{order}" : IsExhaustive ? $"{Name}:{ExhaustiveMark}" : Name;

    private static string? Detail(string text, string name) =>
        text.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase) ? text[(name.Length + 1)..] : null;
}
