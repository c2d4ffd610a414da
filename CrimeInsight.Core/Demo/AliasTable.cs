namespace CrimeInsight.Core.Demo;

/// <summary>Draws an index in proportion to its weight in constant time. Reference: Vose (1991), doi:10.1109/32.92917.</summary>
internal sealed class AliasTable
{
    private readonly uint[] _threshold;
    private readonly ushort[] _alias;

    /// <param name="weights">1 … 65,535 weights, none negative; all zero counts as all equal.</param>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        var count = weights.Length;
        _threshold = new uint[count];
        _alias = new ushort[count];
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var scaled = new double[count];
        var small = new ushort[count];
        var large = new ushort[count];
        var (smallCount, largeCount) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            scaled[i] = total > 0 ? weights[i] / total * count : 1;
            if (scaled[i] < 1)
                small[smallCount++] = (ushort)i;
            else
                large[largeCount++] = (ushort)i;
        }

        Pair(scaled, small, smallCount, large, largeCount);
    }

    public int Sample(DemoRandom random)
    {
        var bits = random.Next();
        var column = (int)((bits >> 32) * (ulong)_threshold.Length >> 32);
        return (uint)bits < _threshold[column] ? column : _alias[column];
    }

    private void Pair(double[] scaled, ushort[] small, int smallCount, ushort[] large, int largeCount)
    {
        while (smallCount > 0 && largeCount > 0)
        {
            var low = small[--smallCount];
            var high = large[largeCount - 1];
            _threshold[low] = (uint)(scaled[low] * uint.MaxValue);
            _alias[low] = high;
            scaled[high] -= 1 - scaled[low];
            if (scaled[high] >= 1)
                continue;
            largeCount--;
            small[smallCount++] = high;
        }

        // What remains is one but for rounding; its alias is itself.
        for (; largeCount > 0; largeCount--)
            Close(large[largeCount - 1]);
        for (; smallCount > 0; smallCount--)
            Close(small[smallCount - 1]);
    }

    private void Close(ushort index)
    {
        _threshold[index] = uint.MaxValue;
        _alias[index] = index;
    }
}
