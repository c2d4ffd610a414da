using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Passes over the rows that a mapping says are no cases, and counts them.</summary>
internal sealed class RowPasser(FileLayout layout, ImportTally tally)
{
    private readonly bool _skipsFooters = layout.Mapping.SkipsFooters;

    public bool IsCase(in RawRow record)
    {
        if (_skipsFooters && FooterRule.IsFooter(record, layout.Header))
        {
            tally.Warn(ImportWarning.FootersSkipped, "", 1);
            return false;
        }

        if (layout.Filters.IsEmpty || record.Fault != CsvFault.None || record.CellCount < layout.ColumnCount)
            return true;
        foreach (var filter in layout.Filters)
            if (!filter.Holds(record))
            {
                tally.Warn(ImportWarning.RowsFiltered, layout.Header[filter.Index], 1);
                return false;
            }

        return true;
    }
}
