namespace CrimeInsight.Core.Statistics;

/// <summary>The lower half of a symmetric positive matrix, and after <see cref="TryFactor"/> its Cholesky factor, in place.</summary>
internal sealed class LowerFactor(int size)
{
    /// <summary>A pivot that lost more than this of its diagonal is taken as zero: its column depends on the earlier ones.</summary>
    private const double LeastPivotShare = 1e-10;

    private readonly double[] _rows = new double[size * (size + 1) / 2];

    public int Size => size;

    /// <summary>Element of the lower half, column ≤ row.</summary>
    public ref double this[int row, int column] => ref _rows[row * (row + 1) / 2 + column];

    public Span<double> Row(int row) => _rows.AsSpan(row * (row + 1) / 2, row + 1);

    /// <summary>Replaces the matrix A by L with A = L·L'. False when a row but the last depends on the others.</summary>
    public bool TryFactor()
    {
        for (var i = 0; i < size; i++)
        {
            var row = Row(i);
            var diagonal = row[i];
            for (var j = 0; j < i; j++)
                row[j] = (row[j] - Dot(row[..j], Row(j)[..j])) / this[j, j];
            var pivot = diagonal - Dot(row[..i], row[..i]);
            if (pivot <= LeastPivotShare * diagonal && i < size - 1)
                return false;
            row[i] = Math.Sqrt(Math.Max(pivot, 0));
        }

        return true;
    }

    /// <summary>Solves L·x = b in place for the leading part as long as b.</summary>
    public void SolveLower(Span<double> b)
    {
        for (var i = 0; i < b.Length; i++)
            b[i] = (b[i] - Dot(Row(i)[..i], b[..i])) / this[i, i];
    }

    /// <summary>Solves L'·x = b in place for the leading part as long as b.</summary>
    public void SolveUpper(Span<double> b)
    {
        for (var i = b.Length - 1; i >= 0; i--)
        {
            b[i] /= this[i, i];
            var row = Row(i);
            for (var j = 0; j < i; j++)
                b[j] -= row[j] * b[i];
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
