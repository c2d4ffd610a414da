using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CrimeInsight.Core.Forecasting.Methods.Ets;

namespace CrimeInsight.Core.Forecasting;

/// <summary>
/// Which method forecasts: <c>auto</c> (the one with the least past error), a method's name, or a fixed exponential
/// smoothing form such as <c>ets:MAdM</c>.
/// </summary>
public sealed record ForecastModel
{
    internal const string AutoName = "auto";
    internal const string EtsName = "ets";
    internal const string SeasonalNaiveName = "snaive";
    internal const string TwelveMonthMeanName = "mean12";
    internal const string DriftName = "drift";
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

    private ForecastModel(string name, EtsForm? form)
    {
        Name = name;
        Form = form;
    }

    /// <summary>The method with the least error over the rolling origins.</summary>
    public static ForecastModel Auto { get; } = new(AutoName, null);

    /// <summary>Exponential smoothing, form chosen by AICc.</summary>
    public static ForecastModel Ets { get; } = new(EtsName, null);

    /// <summary>The same month a year earlier.</summary>
    public static ForecastModel SeasonalNaive { get; } = new(SeasonalNaiveName, null);

    /// <summary>The mean of the last year.</summary>
    public static ForecastModel TwelveMonthMean { get; } = new(TwelveMonthMeanName, null);

    /// <summary>The last value and the mean slope.</summary>
    public static ForecastModel Drift { get; } = new(DriftName, null);

    /// <summary>Trend with changes, Fourier season and festivals, as Prophet has it.</summary>
    public static ForecastModel Additive { get; } = new(AdditiveName, null);

    /// <summary>Size over interval, for series that are mostly zero.</summary>
    public static ForecastModel Croston { get; } = new(CrostonName, null);

    /// <summary>Chance times size, for series that are mostly zero and may end.</summary>
    public static ForecastModel Tsb { get; } = new(TsbName, null);

    /// <summary>Poisson counts with a level that follows them.</summary>
    public static ForecastModel Poisson { get; } = new(PoissonName, null);

    /// <summary>Negative binomial counts with a level that follows them.</summary>
    public static ForecastModel NegativeBinomial { get; } = new(NegativeBinomialName, null);

    /// <summary>Boosted trees over a whole panel; a batch has it, one series alone does not.</summary>
    public static ForecastModel Boosting { get; } = new(BoostingName, null);

    /// <summary>Every model that can be named without a form.</summary>
    public static ImmutableArray<ForecastModel> All { get; } = [Auto, Ets, SeasonalNaive, TwelveMonthMean, Drift, Additive, Croston, Tsb, Poisson, NegativeBinomial];

    /// <summary>The method's name, as written on the command line.</summary>
    public string Name { get; }

    /// <summary>The fixed form of exponential smoothing; null: chosen from the data.</summary>
    public EtsForm? Form { get; }

    public bool IsAuto => Name == AutoName;

    /// <summary>Exponential smoothing of one given form.</summary>
    public static ForecastModel FixedEts(EtsForm form) => new(EtsName, form);

    /// <summary>Reads a name of <see cref="All"/> or <c>ets:FORM</c>; letter case is ignored.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ForecastModel? model)
    {
        const string formPrefix = EtsName + ":";
        model = All.FirstOrDefault(candidate => string.Equals(candidate.Name, text, StringComparison.OrdinalIgnoreCase));
        if (model is null && text is not null && text.StartsWith(formPrefix, StringComparison.OrdinalIgnoreCase) && EtsForm.TryParse(text[formPrefix.Length..], out var form))
            model = FixedEts(form);
        return model is not null;
    }

    public override string ToString() => Form is { } form ? $"{Name}:{form}" : Name;
}
