using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>Square cells on a plane.</summary>
internal sealed class PlaneRows : CellRows
{
    private readonly MetrePoints _points;
    private readonly double _left;
    private readonly double _bottom;
    private readonly double _reach;

    /// <param name="points">At least one.</param>
    public PlaneRows(MetrePoints points, double epsMetres)
        : base(epsMetres)
    {
        _points = points;
        var (left, right, bottom, top) = (points.X[0], points.X[0], points.Y[0], points.Y[0]);
        for (var i = 1; i < points.Count; i++)
        {
            (left, right) = (Gap.Lower(left, points.X[i]), Gap.Higher(right, points.X[i]));
            (bottom, top) = (Gap.Lower(bottom, points.Y[i]), Gap.Higher(top, points.Y[i]));
        }

        CheckExtent(Math.Max(right - left, top - bottom), epsMetres);
        (_left, _bottom, _reach) = (left, bottom, epsMetres / Side);
    }

    public override (int Row, int Column) Locate(int point) =>
        ((int)((_points.Y[point] - _bottom) / Side), (int)((_points.X[point] - _left) / Side));

    public override (double Ratio, double Reach) Towards(int row, int otherRow)
    {
        // Points of rows two apart are at least a side apart, which leaves less of the reach.
        var apart = Math.Max(0, Math.Abs(otherRow - row) - 1);
        return (1, Math.Sqrt(_reach * _reach - apart * apart));
    }
}
