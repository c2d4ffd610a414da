using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CrimeInsight.Core.Forecasting.Methods;
using CrimeInsight.Core.Forecasting.Methods.Additive;
using CrimeInsight.Core.Forecasting.Methods.Arima;
using CrimeInsight.Core.Forecasting.Methods.Ces;
using CrimeInsight.Core.Forecasting.Methods.Counts;
using CrimeInsight.Core.Forecasting.Methods.Ets;
using CrimeInsight.Core.Forecasting.Methods.Intermittent;
using CrimeInsight.Core.Forecasting.Methods.Plain;
using CrimeInsight.Core.Forecasting.Methods.Theta;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// Every method for one series, in the order in which they are offered: whatever else is to be known of one it says itself.
/// Boosted trees are not among them: they forecast whole panels (<see cref="PanelMembers"/>).
/// </summary>
public static class ForecastMethods
{
    internal static ImmutableArray<IForecastMethod> All { get; } =
    [
        new EtsMethod(),
        new ArimaMethod(),
        new ThetaMethod(),
        new DynamicThetaMethod(),
        new CesMethod(),
        new AdditiveMethod(),
        new CountMethod(CountMethod.PoissonName),
        new CountMethod(CountMethod.NegativeBinomialName),
        new IntermittentMethod(IntermittentMethod.CrostonName),
        new IntermittentMethod(IntermittentMethod.TsbName),
        new SeasonalNaive(),
        new TwelveMonthMean(),
        new Drift(),
        new Naive(),
    ];

    /// <summary>Every model that can be named without a form, the automatic choice first.</summary>
    public static ImmutableArray<ForecastModel> Models { get; } = [ForecastModel.Auto, .. All.Select(method => new ForecastModel(method.Name))];

    /// <summary>The model of a name, which must be one of <see cref="Models"/> or a method held to something.</summary>
    /// <exception cref="ArgumentException">There is no such model.</exception>
    public static ForecastModel Named(string name) => TryParse(name, out var model)
        ? model
        : throw new ArgumentException($"There is no model '{name}'; use one of {string.Join(", ", Models)}.", nameof(name));

    /// <summary>
    /// Reads a name of <see cref="Models"/>, or a method and what it is held to: <c>ets:FORM</c>, <c>arima:(p,d,q)(P,D,Q)</c>,
    /// <c>arima:full</c>; letter case is ignored.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ForecastModel? model)
    {
        model = null;
        if (text is null)
            return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        if (colon < 0)
            model = Models.FirstOrDefault(one => IsCalled(one.Name, name));
        else if (All.FirstOrDefault(one => IsCalled(one.Name, name)) is { } method && method.ReadDetail(text[(colon + 1)..]) is { } detail)
            model = new ForecastModel(method.Name, detail);
        return model is not null;
    }

    /// <summary>The method of a name; null: none for one series.</summary>
    internal static IForecastMethod? Find(string name) => All.FirstOrDefault(method => method.Name == name);

    private static bool IsCalled(string known, string name) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);
}
