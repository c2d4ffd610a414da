namespace CrimeInsight.Core.Forecasting;

/// <summary>
/// Which method forecasts: <c>auto</c> (a combination), a method's name, or a method held to a form or to orders, such as
/// <c>ets:MAdM</c> or <c>arima:(0,1,1)(0,1,1)</c>. Made by <see cref="Combination.ForecastMethods"/>, which knows the methods.
/// </summary>
public sealed record ForecastModel
{
    internal const string AutoName = "auto";

    internal ForecastModel(string name, string? detail = null) => (Name, Detail) = (name, detail);

    /// <summary>The combination that did best over the rolling origins.</summary>
    public static ForecastModel Auto { get; } = new(AutoName);

    /// <summary>The method's name, as written on the command line.</summary>
    public string Name { get; }

    /// <summary>What the method is held to, as it writes it; null: it chooses from the data.</summary>
    public string? Detail { get; }

    public bool IsAuto => Name == AutoName;

    public override string ToString() => Detail is null ? Name : $"{Name}:{Detail}";
}
