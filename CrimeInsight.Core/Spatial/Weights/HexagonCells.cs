using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Weights;

/// <summary>
/// Hexagons of equal size that hold events, as places for local statistics and space-time cubes. Cells lie on one lattice around (0, 0), so
/// the same width gives the same cells whatever the events. Places are the cells with at least one event over the whole period and, as
/// far as asked for, the empty cells around them, against which a hotspot of one or two cells stands out.
/// </summary>
public sealed class HexagonCells
{
    /// <summary>Most rings of empty cells.</summary>
    public const int MostRings = 20;

    private static readonly (int Q, int R)[] s_around = [(1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1)];

    private readonly ImmutableArray<(int Q, int R)> _cells;

    private HexagonCells(double widthMetres, ImmutableArray<(int Q, int R)> cells, ImmutableArray<int> cellOfEvent)
    {
        (WidthMetres, _cells, CellOfEvent) = (widthMetres, cells, cellOfEvent);
        var centres = cells.Select(CentreOf).ToArray();
        Centres = new MetrePoints(Array.ConvertAll(centres, centre => centre.X), Array.ConvertAll(centres, centre => centre.Y));
    }

    /// <summary>Distance between opposite sides, which is that between the centres of neighbours.</summary>
    public double WidthMetres { get; }

    public int Count => _cells.Length;

    /// <summary>From south to north, then from west to east.</summary>
    public MetrePoints Centres { get; }

    /// <summary>The cell of each event.</summary>
    public ImmutableArray<int> CellOfEvent { get; }

    /// <summary>Area of a cell.</summary>
    public double AreaSquareKilometres => WidthMetres * WidthMetres * Math.Sqrt(3) / 2 / 1e6;

    private double Side => WidthMetres / Math.Sqrt(3);

    /// <summary>The cells that hold the events, and those around them. O(n log n).</summary>
    /// <param name="widthMetres">Above 0.</param>
    /// <param name="rings">Rings of cells added around each cell with an event, 0 … <see cref="MostRings"/>.</param>
    /// <exception cref="ArgumentException">The width is not above 0, or so small that the lattice has no numbers for the events; or too many rings.</exception>
    public static HexagonCells Over(MetrePoints events, double widthMetres, int rings = 0)
    {
        ArgumentNullException.ThrowIfNull(events);
        Guard.Between(rings, 0, MostRings);
        Guard.Finite(widthMetres);
        if (widthMetres <= 0 || events.X.Concat(events.Y).Any(at => Math.Abs(at) / widthMetres > int.MaxValue / 4))
            throw new ArgumentOutOfRangeException(nameof(widthMetres), widthMetres, "widthMetres must be above 0 and not vanish beside the coordinates.");
        var own = Enumerable.Range(0, events.Count).Select(i => CellAt(events.X[i], events.Y[i], widthMetres / Math.Sqrt(3))).ToArray();
        var kept = own.ToHashSet();
        for (var ring = 0; ring < rings; ring++)
            kept.UnionWith(kept.ToArray().SelectMany(cell => s_around.Select(step => (cell.Q + step.Q, cell.R + step.R))));
        ImmutableArray<(int Q, int R)> cells = [.. kept.OrderBy(cell => cell.R).ThenBy(cell => cell.Q)];
        var numbers = cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        return new HexagonCells(widthMetres, cells, [.. own.Select(cell => numbers[cell])]);
    }

    /// <summary>Six corners, anticlockwise from the northern one.</summary>
    public ImmutableArray<PlanePoint> CornersOf(int cell)
    {
        var (centre, side) = (CentreOf(_cells[cell]), Side);
        return [.. Enumerable.Range(0, 6).Select(corner => Math.SinCos(Math.PI / 2 + corner * Math.PI / 3))
            .Select(turn => new PlanePoint(centre.X + side * turn.Cos, centre.Y + side * turn.Sin))];
    }

    /// <summary>The up to six cells around each, weight 1 each.</summary>
    public SpatialWeights Neighbours()
    {
        var numbers = _cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        var (starts, neighbours) = (new int[Count + 1], new List<int>());
        for (var cell = 0; cell < Count; cell++)
        {
            var (q, r) = _cells[cell];
            neighbours.AddRange(s_around.Select(step => numbers.GetValueOrDefault((q + step.Q, r + step.R), -1)).Where(found => found >= 0).Order());
            starts[cell + 1] = neighbours.Count;
        }

        return SpatialWeights.Binary(string.Create(CultureInfo.InvariantCulture, $"hexagons:{WidthMetres}"), starts, [.. neighbours]);
    }

    /// <summary>Events by step and cell: step · cells + cell, as a space-time cube wants them.</summary>
    /// <param name="steps">Step of each event, 0 … <paramref name="stepCount"/> − 1.</param>
    /// <exception cref="ArgumentException">Not one step for each event, or a step is out of range; the message names its position.</exception>
    public double[] Cube(ReadOnlySpan<int> steps, int stepCount)
    {
        if (steps.Length != CellOfEvent.Length)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {steps.Length} steps for {CellOfEvent.Length} events; give one for each."),
                nameof(steps));
        var cube = new double[checked(stepCount * Count)];
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i] < 0 || steps[i] >= stepCount)
                throw new ArgumentOutOfRangeException(
                    nameof(steps), steps[i], string.Create(CultureInfo.InvariantCulture, $"steps[{i}] must lie in [0, {stepCount - 1}]; got {steps[i]}."));
            cube[steps[i] * Count + CellOfEvent[i]]++;
        }

        return cube;
    }

    private PlanePoint CentreOf((int Q, int R) cell) => new(WidthMetres * (cell.Q + cell.R / 2.0), 1.5 * Side * cell.R);

    /// <summary>Axial coordinates of the nearest centre: rounded so that the three cube coordinates still add up to 0.</summary>
    private static (int Q, int R) CellAt(double x, double y, double side)
    {
        var (q, r) = ((Math.Sqrt(3) / 3 * x - y / 3) / side, 2.0 / 3 * y / side);
        var (nearQ, nearR, nearS) = (Math.Round(q), Math.Round(r), Math.Round(-q - r));
        var (offQ, offR, offS) = (Math.Abs(nearQ - q), Math.Abs(nearR - r), Math.Abs(nearS + q + r));
        if (offQ > offR && offQ > offS)
            nearQ = -nearR - nearS;
        else if (offR > offS)
            nearR = -nearQ - nearS;
        return ((int)nearQ, (int)nearR);
    }
}
