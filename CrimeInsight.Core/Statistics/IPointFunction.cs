namespace CrimeInsight.Core.Statistics;

/// <summary>A function of several numbers, to be minimised.</summary>
internal interface IPointFunction
{
    double At(ReadOnlySpan<double> point);
}
