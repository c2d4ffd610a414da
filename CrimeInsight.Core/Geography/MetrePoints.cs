using System.Collections.Immutable;

namespace CrimeInsight.Core.Geography;

/// <summary>Places in metres on one plane.</summary>
public sealed class MetrePoints : PointSet
{
    /// <summary>Beyond this, squares of distances lose their last digits; it is far outside the Earth.</summary>
    public const double MostMetres = 1e9;

    /// <param name="x">Metres to the east, finite, at most <see cref="MostMetres"/> either way; copied.</param>
    /// <param name="y">Metres to the north, as many.</param>
    /// <exception cref="ArgumentException">The lists differ in length or hold a value outside the range; the message names its position.</exception>
    public MetrePoints(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
        : base(x, y, nameof(x), nameof(y), MostMetres, MostMetres)
    {
    }

    /// <summary>Metres to the east.</summary>
    public ImmutableArray<double> X => First;

    /// <summary>Metres to the north.</summary>
    public ImmutableArray<double> Y => Second;

    /// <inheritdoc/>
    public override int Dimensions => 2;

    /// <inheritdoc/>
    public override double Metres(int from, int until)
    {
        var (x, y) = (X[until] - X[from], Y[until] - Y[from]);
        return Math.Sqrt(x * x + y * y);
    }

    /// <inheritdoc/>
    public override void Embed(Span<double> coordinates)
    {
        for (var i = 0; i < Count; i++)
            (coordinates[2 * i], coordinates[2 * i + 1]) = (X[i], Y[i]);
    }

    /// <inheritdoc/>
    public override PointSet Unembed(ReadOnlySpan<double> coordinates)
    {
        var (x, y) = (new double[coordinates.Length / 2], new double[coordinates.Length / 2]);
        for (var i = 0; i < x.Length; i++)
            (x[i], y[i]) = (coordinates[2 * i], coordinates[2 * i + 1]);
        return new MetrePoints(x, y);
    }

    /// <inheritdoc/>
    public override double ChordOf(double metres) => metres;

    /// <inheritdoc/>
    public override double DistanceOf(double chord) => chord;

    /// <inheritdoc/>
    public override PointSet At(ReadOnlySpan<int> positions) => new MetrePoints(Pick(X, positions), Pick(Y, positions));
}
