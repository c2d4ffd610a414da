using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads how far a case is, and holds the dates of its stages against it.</summary>
internal sealed class StatusColumn(FileLayout layout, ImportTally tally)
{
    public LegalStatus Read(in RawRow record, in Occurrence times, RowRejects rejects)
    {
        var text = layout.Read(record, ImportField.Status);
        if (!CodeLists.TryStatus(text, out var status))
            rejects.Add(record, ImportField.Status, RejectReason.StatusUnknown);
        else if (!text.IsEmpty && !text.SequenceEqual(CodeLists.NameOf(status)))
            tally.Preparing.Note(PreparationStep.Categories, layout.NameOf(ImportField.Status), text, CodeLists.NameOf(status));
        else if (text.IsEmpty && layout.Plan.Imputes)
            status = FromDates(times);
        if (times.ChargesheetedOn is not null && status is (LegalStatus.UnderInvestigation or LegalStatus.Closed))
            rejects.Add(record, ImportField.ChargesheetedOn, RejectReason.StageNotOfStatus);
        if (times.DisposedOn is not null && status is (LegalStatus.UnderInvestigation or LegalStatus.Chargesheeted))
            rejects.Add(record, ImportField.DisposedOn, RejectReason.StageNotOfStatus);
        return status;
    }

    // Without a status the dates tell it, unless the case ended in court, which may have decided either way.
    private LegalStatus FromDates(in Occurrence times)
    {
        LegalStatus? told = (times.ChargesheetedOn, times.DisposedOn) switch
        {
            ({ }, null) => LegalStatus.Chargesheeted,
            (null, { }) => LegalStatus.Closed,
            _ => null,
        };
        if (told is { } status)
            tally.Preparing.Note(PreparationStep.Imputation, layout.NameOf(ImportField.Status), default, CodeLists.NameOf(status));
        return told ?? LegalStatus.UnderInvestigation;
    }
}
