using CrimeInsight.Core.Forecasting.Methods;
using CrimeInsight.Core.Forecasting.Methods.Additive;
using CrimeInsight.Core.Forecasting.Methods.Arima;
using CrimeInsight.Core.Forecasting.Methods.Ces;
using CrimeInsight.Core.Forecasting.Methods.Counts;
using CrimeInsight.Core.Forecasting.Methods.Ets;
using CrimeInsight.Core.Forecasting.Methods.Intermittent;
using CrimeInsight.Core.Forecasting.Methods.Theta;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Which methods are asked about a series, and which of them a combination may hold.</summary>
internal static class MethodChoice
{
    /// <summary>Below this mean per step a series is left to plain rules: models find nothing in so few events, and there are many such series.</summary>
    private const double LeastModelledVolume = 1;

    private const int TrackPaths = 500;
    private const int FinalPaths = 5000;

    private static readonly string[] s_members =
    [
        ForecastModel.EtsName,
        ForecastModel.ArimaName,
        ForecastModel.DynamicThetaName,
        ForecastModel.CesName,
        ForecastModel.TwelveMonthMeanName,
        ForecastModel.BoostingName,
    ];

    public static bool IsMember(string name) => Array.IndexOf(s_members, name) >= 0;

    /// <summary>A model fitted to one series; of these no one is preferred.</summary>
    public static bool IsModelOfOneSeries(string name) =>
        name is ForecastModel.EtsName or ForecastModel.ArimaName or ForecastModel.DynamicThetaName or ForecastModel.CesName;

    /// <summary>Its standard errors come from the series itself, not from its neighbours.</summary>
    public static bool KnowsItsSpread(string name) => IsMember(name) && name != ForecastModel.BoostingName;

    /// <summary>True when the series has enough cases for models, or a model was asked for.</summary>
    public static bool HasModels(ForecastRequest request, double volume) => !request.Model.IsAuto || !request.AreCounts || volume >= LeastModelledVolume;

    /// <summary>Auto: the members that suit the volume, and the baselines. A model by name: itself and the baselines.</summary>
    public static IEnumerable<IForecastMethod> For(ForecastRequest request, double volume)
    {
        var model = request.Model;
        string[] names = model.IsAuto
            ? HasModels(request, volume) ? [.. s_members[..^1], ForecastModel.SeasonalNaiveName, ForecastModel.DriftName, ForecastModel.NaiveName] : [ForecastModel.TwelveMonthMeanName, ForecastModel.SeasonalNaiveName, ForecastModel.NaiveName]
            : [.. new[] { model.Name, ForecastModel.TwelveMonthMeanName, ForecastModel.SeasonalNaiveName, ForecastModel.DriftName, ForecastModel.NaiveName }.Distinct()];
        return names.Select(name => Make(name, request));
    }

    /// <summary>Simulated futures: none with auto, whose intervals are calibrated.</summary>
    public static int Paths(ForecastRequest request, bool final) => request.Model.IsAuto ? 0 : final ? FinalPaths : TrackPaths;

    private static IForecastMethod Make(string name, ForecastRequest request) => name switch
    {
        ForecastModel.EtsName => new EtsMethod(request.Model.Form, request.SeasonLength),
        ForecastModel.ArimaName => new ArimaMethod(request.Model.Order, request.SeasonLength, request.Model.IsExhaustive),
        ForecastModel.ThetaName => new ThetaMethod(),
        ForecastModel.DynamicThetaName => new DynamicThetaMethod(),
        ForecastModel.CesName => new CesMethod(request.SeasonLength),
        ForecastModel.TwelveMonthMeanName => new TwelveMonthMean(),
        ForecastModel.SeasonalNaiveName => new SeasonalNaive(),
        ForecastModel.NaiveName => new Naive(),
        ForecastModel.DriftName => new Drift(),
        ForecastModel.AdditiveName => new AdditiveMethod(request.Calendar),
        ForecastModel.CrostonName or ForecastModel.TsbName => new IntermittentMethod(name),
        ForecastModel.PoissonName or ForecastModel.NegativeBinomialName => new CountMethod(name),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No method of this name."),
    };
}
