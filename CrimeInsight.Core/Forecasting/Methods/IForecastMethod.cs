namespace CrimeInsight.Core.Forecasting.Methods;

/// <summary>
/// A way to forecast: how it is called, what it suits, and how it is fitted to one series. It keeps nothing between series, so
/// one instance serves all of them and all threads. To add one, write it in a folder of its own beside the others and name
/// it in <see cref="Combination.ForecastMethods"/>.
/// </summary>
internal interface IForecastMethod
{
    /// <summary>As written on the command line and in reports; lower case, without a colon.</summary>
    string Name { get; }

    /// <summary>A plain rule every other method must beat to be worth its complexity.</summary>
    bool IsBaseline => false;

    /// <summary>It may share in the automatic forecast; its standard errors come from the series itself.</summary>
    bool IsMember => false;

    /// <summary>It makes sense of series with less than a case a step; models find nothing in so few events.</summary>
    bool SuitsFewCases => false;

    /// <summary>Values it needs for what it is held to, where that is more than two seasons.</summary>
    int LeastLength(string? detail, int seasonLength) => 0;

    /// <summary>What it can be held to, written after its name and a colon (<c>ets:MAdM</c>), in its usual spelling; null when it is nothing known.</summary>
    string? ReadDetail(string text) => null;

    /// <summary>The detail leaves nothing of its form to the data.</summary>
    bool FixesForm(string? detail) => detail is not null;

    /// <summary>Fits to a history; null when the method cannot work with it.</summary>
    /// <param name="earlier">Its fit to the beginning of the same series, used up as a start; null: none.</param>
    IFittedMethod? Fit(ReadOnlySpan<double> history, ForecastTask task, IFittedMethod? earlier);
}
