namespace CrimeInsight.Core.Forecasting.Methods.Additive;

/// <summary>Form of the additive model: trend flat or piecewise linear, season and festivals added to it or as shares of it.</summary>
internal readonly record struct AdditiveForm(bool IsFlat, bool IsMultiplicative)
{
    public override string ToString() => (IsFlat ? "flat" : "linear") + (IsMultiplicative ? "-multiplicative" : "-additive");
}
