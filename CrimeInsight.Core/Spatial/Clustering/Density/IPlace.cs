namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>
/// A point as the density search stores it, and its geometry: nearness to another point, and bounds on nearness to boxes.
/// Implemented by structs, so that the search is compiled for each kind by itself.
/// </summary>
internal interface IPlace<TSelf>
    where TSelf : struct, IPlace<TSelf>
{
    /// <summary>The two are neighbours.</summary>
    static abstract bool IsNear(in TSelf a, in TSelf b, in Reach reach);

    /// <summary>Some point of the box may be a neighbour; false only when none is.</summary>
    static abstract bool MayBeNear(in TSelf place, in TSelf low, in TSelf high, in Reach reach);

    /// <summary>Every point of the box is a neighbour.</summary>
    static abstract bool IsNearAll(in TSelf place, in TSelf low, in TSelf high, in Reach reach);

    /// <summary>Some points of two boxes may be neighbours; false only when none are.</summary>
    static abstract bool MayBeNear(in Box<TSelf> a, in Box<TSelf> b, in Reach reach);

    /// <summary>Every point of one box is a neighbour of every point of the other.</summary>
    static abstract bool IsNearAll(in Box<TSelf> a, in Box<TSelf> b, in Reach reach);

    /// <summary>Coordinates, the smaller ones of both.</summary>
    static abstract TSelf Lower(in TSelf a, in TSelf b);

    /// <summary>Coordinates, the larger ones of both.</summary>
    static abstract TSelf Higher(in TSelf a, in TSelf b);

    /// <summary>The axis along which the box is longest, and its middle there.</summary>
    static abstract (int Axis, double Middle) Longest(in Box<TSelf> box, in Reach reach);

    /// <summary>The coordinate along an axis.</summary>
    static abstract double Along(in TSelf place, int axis);
}
