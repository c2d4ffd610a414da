namespace CrimeInsight.Core.Import.Preparing;

/// <summary>Which rows of a file were repaired and imputed, two bits a row; nothing while none was.</summary>
internal sealed class RowMarks
{
    public const byte Repaired = 1, Imputed = 2;

    private byte[] _marks = [];

    /// <summary>Rows with a mark.</summary>
    public long CountRepaired { get; private set; }

    public long CountImputed { get; private set; }

    public bool Any => CountRepaired + CountImputed > 0;

    public void Set(long row, byte marks)
    {
        if (row >= _marks.Length)
            Array.Resize(ref _marks, (int)Math.Min(Math.Max(row + 1, 2L * _marks.Length), Array.MaxLength));
        _marks[row] = marks;
        Count(marks, 1);
    }

    /// <summary>A row does not count.</summary>
    public void Clear(long row)
    {
        if (row >= _marks.Length)
            return;
        Count(_marks[row], -1);
        _marks[row] = 0;
    }

    private void Count(byte marks, int by)
    {
        CountRepaired += (marks & Repaired) != 0 ? by : 0;
        CountImputed += (marks & Imputed) != 0 ? by : 0;
    }
}
