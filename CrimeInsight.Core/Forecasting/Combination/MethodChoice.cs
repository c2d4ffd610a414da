using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Which methods are asked about a series, and which of them a combination may hold.</summary>
internal static class MethodChoice
{
    /// <summary>Below this mean per step a series is left to plain rules: models find nothing in so few events, and there are many such series.</summary>
    private const double LeastModelledVolume = 1;

    private const int TrackPaths = 500;
    private const int FinalPaths = 5000;

    /// <summary>Members first, then the plain rules that are none.</summary>
    private static readonly ImmutableArray<IForecastMethod> s_automatic =
        [.. ForecastMethods.All.Where(method => method.IsMember), .. ForecastMethods.All.Where(method => method is { IsMember: false, IsBaseline: true })];

    /// <summary>Names of the models fitted to one series; of these no one is preferred.</summary>
    public static ImmutableArray<string> ModelsOfOneSeries { get; } = [.. s_automatic.Where(method => !method.IsBaseline).Select(method => method.Name)];

    /// <summary>Its standard errors come from the series itself, not from its neighbours.</summary>
    public static bool KnowsItsSpread(string name) => ForecastMethods.Find(name) is { IsMember: true };

    /// <summary>True when the series has enough cases for models, or a model was asked for.</summary>
    public static bool HasModels(ForecastRequest request, double volume) => !request.Model.IsAuto || !request.AreCounts || volume >= LeastModelledVolume;

    /// <summary>Auto: the members that suit the volume, and the baselines. A model by name: itself and the baselines.</summary>
    public static IEnumerable<IForecastMethod> For(ForecastRequest request, double volume) => !request.Model.IsAuto
        ? new[] { Asked(request)! }.Concat(s_automatic.Where(method => method.IsBaseline)).Distinct()
        : HasModels(request, volume) ? s_automatic : s_automatic.Where(method => method.SuitsFewCases);

    /// <summary>Fewest observations that can be forecast: two seasons (24 months), and enough for what the model is held to.</summary>
    public static int LeastLength(ForecastRequest request) =>
        Math.Max(request.LeastLength, Asked(request)?.LeastLength(request.Model.Detail, request.SeasonLength) ?? 0);

    /// <summary>Why the history is too short for what is asked; null: it is long enough.</summary>
    public static ForecastImpossible? TooShort(ForecastRequest request)
    {
        var (length, needed) = (request.Values.Length, LeastLength(request));
        return length >= needed
            ? null
            : length < request.LeastLength
                ? new ForecastImpossible(ForecastObstacle.TooShort, request.LeastLength, length)
                : new ForecastImpossible(ForecastObstacle.ModelDoesNotFit, needed, length);
    }

    /// <summary>The data chose the form of a forecast by the model that was asked for.</summary>
    public static bool IsFormAutomatic(ForecastRequest request, string? form) =>
        form is not null && Asked(request) is { } method && !method.FixesForm(request.Model.Detail);

    /// <summary>Simulated futures: none with auto, whose intervals are calibrated.</summary>
    public static int Paths(ForecastRequest request, bool final) => request.Model.IsAuto ? 0 : final ? FinalPaths : TrackPaths;

    private static IForecastMethod? Asked(ForecastRequest request) => ForecastMethods.Find(request.Model.Name);
}
