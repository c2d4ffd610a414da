using System.Globalization;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads the value of property as whole rupees: 1234567, 12,34,567, ₹ 12,34,567.50, Rs. 500/-, 1.5 lakh.</summary>
internal sealed class RupeeColumn(FileLayout layout, ImportTally tally)
{
    private const decimal MostRupees = 100_000_000_000;

    private readonly ValueCache<decimal?> _known = new(RupeeText.Read);

    /// <summary>Null when there is none, or it was rejected.</summary>
    public long? Read(in RawRow record, RowRejects rejects)
    {
        var text = layout.Read(record, ImportField.PropertyValue);
        if (text.IsEmpty)
            return null;
        if (_known.Read(text) is not { } rupees)
            rejects.Add(record, ImportField.PropertyValue, RejectReason.NumberInvalid);
        else if (rupees is < 0 or > MostRupees)
            rejects.Add(record, ImportField.PropertyValue, RejectReason.AmountInvalid);
        else
            return Whole(text, rupees);
        return null;
    }

    private long Whole(ReadOnlySpan<char> text, decimal rupees)
    {
        var whole = (long)Math.Round(rupees, MidpointRounding.AwayFromZero);
        if (text.ContainsAnyExceptInRange('0', '9'))
            tally.Preparing.Note(PreparationStep.Forms, layout.NameOf(ImportField.PropertyValue), text, whole.ToString(CultureInfo.InvariantCulture));
        return whole;
    }
}
