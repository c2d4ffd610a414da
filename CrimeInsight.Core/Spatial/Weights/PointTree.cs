using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.Weights;

/// <summary>
/// Balanced k-d tree of the embedded points of a set for nearest neighbours and ranges, in O(log n) per neighbour. Equal distances go to
/// the lower index. Bentley (1975), doi:10.1145/361002.361007.
/// </summary>
internal sealed class PointTree
{
    private const int LeafSize = 8;

    private readonly double[] _at;
    private readonly int _dimensions;
    private readonly int[] _order;
    private readonly byte[] _axes;

    public PointTree(PointSet points)
    {
        _dimensions = points.Dimensions;
        _at = new double[points.Count * _dimensions];
        points.Embed(_at);
        _order = [.. Enumerable.Range(0, points.Count)];
        _axes = new byte[points.Count];
        Build(0, points.Count, new double[points.Count]);
    }

    /// <summary>The nearest other points, nearest first.</summary>
    /// <param name="nearest">Takes the indices; at most one fewer than there are points.</param>
    /// <param name="squared">As long; takes the squared straight distances.</param>
    public void Nearest(int target, Span<int> nearest, Span<double> squared)
    {
        squared.Fill(double.PositiveInfinity);
        nearest.Fill(int.MaxValue);
        Nearest(target, 0, _order.Length, nearest, squared);
    }

    /// <summary>Adds all other points at most this far to the list, in no order.</summary>
    public void Within(int target, double straight, List<int> found) => Within(target, 0, _order.Length, straight, found);

    private void Build(int from, int until, double[] keys)
    {
        if (until - from <= LeafSize)
            return;
        var axis = WidestAxis(from, until);
        for (var i = from; i < until; i++)
            keys[i] = Coordinate(_order[i], axis);
        var middle = (from + until) / 2;
        Array.Sort(keys, _order, from, until - from);
        _axes[middle] = (byte)axis;
        Build(from, middle, keys);
        Build(middle + 1, until, keys);
    }

    private int WidestAxis(int from, int until)
    {
        var (widest, width) = (0, -1.0);
        for (var axis = 0; axis < _dimensions; axis++)
        {
            var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var i = from; i < until; i++)
            {
                var at = Coordinate(_order[i], axis);
                (least, most) = (Math.Min(least, at), Math.Max(most, at));
            }

            if (most - least > width)
                (widest, width) = (axis, most - least);
        }

        return widest;
    }

    private void Nearest(int target, int from, int until, Span<int> nearest, Span<double> squared)
    {
        if (until - from <= LeafSize)
        {
            for (var i = from; i < until; i++)
                Offer(target, _order[i], nearest, squared);
            return;
        }

        var middle = (from + until) / 2;
        var ahead = Ahead(target, middle);
        Offer(target, _order[middle], nearest, squared);
        if (ahead < 0)
            Nearest(target, from, middle, nearest, squared);
        else
            Nearest(target, middle + 1, until, nearest, squared);
        if (ahead * ahead > squared[^1])
            return;
        if (ahead < 0)
            Nearest(target, middle + 1, until, nearest, squared);
        else
            Nearest(target, from, middle, nearest, squared);
    }

    private void Within(int target, int from, int until, double straight, List<int> found)
    {
        if (until - from <= LeafSize)
        {
            for (var i = from; i < until; i++)
                Take(target, _order[i], straight, found);
            return;
        }

        var middle = (from + until) / 2;
        var ahead = Ahead(target, middle);
        Take(target, _order[middle], straight, found);
        if (ahead <= straight)
            Within(target, from, middle, straight, found);
        if (-ahead <= straight)
            Within(target, middle + 1, until, straight, found);
    }

    /// <summary>How far the target lies beyond the dividing plane.</summary>
    private double Ahead(int target, int middle) => Coordinate(target, _axes[middle]) - Coordinate(_order[middle], _axes[middle]);

    private double Coordinate(int point, int axis) => _at[point * _dimensions + axis];

    private double Squared(int from, int until)
    {
        var sum = 0.0;
        for (int a = from * _dimensions, b = until * _dimensions, end = a + _dimensions; a < end; a++, b++)
            sum += (_at[a] - _at[b]) * (_at[a] - _at[b]);
        return sum;
    }

    private void Offer(int target, int point, Span<int> nearest, Span<double> squared)
    {
        if (point == target)
            return;
        var distance = Squared(target, point);
        var last = squared.Length - 1;
        if (distance > squared[last] || (distance == squared[last] && point > nearest[last]))
            return;
        var place = last;
        for (; place > 0 && (distance < squared[place - 1] || (distance == squared[place - 1] && point < nearest[place - 1])); place--)
            (squared[place], nearest[place]) = (squared[place - 1], nearest[place - 1]);
        (squared[place], nearest[place]) = (distance, point);
    }

    private void Take(int target, int point, double straight, List<int> found)
    {
        if (point != target && Squared(target, point) <= straight * straight)
            found.Add(point);
    }
}
