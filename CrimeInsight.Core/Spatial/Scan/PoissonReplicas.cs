using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// All cases fall independently on places and periods in proportion to the expected (multinomial). Few cases: one draw each
/// from an alias table (Vose 1991, doi:10.1109/32.92917). Many: binomial counts, cell after cell.
/// </summary>
internal sealed class PoissonReplicas : IReplicaSource
{
    /// <summary>Cases a cell from which a binomial count is faster than single draws.</summary>
    private const int ManyPerCell = 20;

    private readonly long _seed;
    private readonly int _total;
    private readonly double[] _expected;
    private readonly uint[] _keep = [];
    private readonly int[] _other = [];

    public PoissonReplicas(ReadOnlySpan<double> expected, int total, long seed)
    {
        (_seed, _total, _expected) = (seed, total, expected.ToArray());
        if (IsMany)
            return;
        (_keep, _other) = (new uint[expected.Length], new int[expected.Length]);
        MakeTable();
    }

    private bool IsMany => _total > (long)ManyPerCell * _expected.Length;

    public ReplicaRoom NewRoom() => new([], []);

    public double Draw(int replica, Span<int> cells, ReplicaRoom room)
    {
        var random = new ReplicaRandom(_seed, replica);
        if (IsMany)
        {
            DrawCounts(cells, ref random);
            return 1;
        }

        cells.Clear();
        for (var i = 0; i < _total; i++)
        {
            var bits = random.Next();
            var cell = (int)((bits >> 32) * (ulong)cells.Length >> 32);
            cells[(uint)bits < _keep[cell] ? cell : _other[cell]]++;
        }

        return 1;
    }

    private void DrawCounts(Span<int> cells, ref ReplicaRandom random)
    {
        double rest = _total;
        var left = _total;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = CountDraw.Binomial(left, cell == cells.Length - 1 ? 1 : Math.Min(1, _expected[cell] / rest), ref random);
            left -= cells[cell];
            rest = Math.Max(double.Epsilon, rest - _expected[cell]);
        }
    }

    private void MakeTable()
    {
        var count = _expected.Length;
        var share = Array.ConvertAll(_expected, expected => expected * count / _total);
        var (small, large) = (new Stack<int>(), new Stack<int>());
        for (var cell = 0; cell < count; cell++)
            (share[cell] < 1 ? small : large).Push(cell);
        while (small.Count > 0 && large.Count > 0)
        {
            var (less, more) = (small.Pop(), large.Pop());
            (_keep[less], _other[less]) = (Fraction(share[less]), more);
            share[more] -= 1 - share[less];
            (share[more] < 1 ? small : large).Push(more);
        }

        foreach (var cell in small.Concat(large))
            (_keep[cell], _other[cell]) = (uint.MaxValue, cell);
    }

    private static uint Fraction(double share) => (uint)Math.Min(uint.MaxValue, share * 4294967296.0);
}
