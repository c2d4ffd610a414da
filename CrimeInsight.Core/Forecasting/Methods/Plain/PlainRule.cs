namespace CrimeInsight.Core.Forecasting.Methods.Plain;

/// <summary>A rule with nothing to fit: it is its own fit.</summary>
internal abstract class PlainRule : IForecastMethod, IFittedMethod
{
    public abstract string Name { get; }

    public bool IsBaseline => true;

    public virtual bool IsMember => false;

    public virtual bool SuitsFewCases => true;

    public IFittedMethod? Fit(ReadOnlySpan<double> history, ForecastTask task, IFittedMethod? earlier) => this;

    public abstract MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task);
}
