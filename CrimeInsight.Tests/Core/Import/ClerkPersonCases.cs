namespace CrimeInsight.Tests.Core.Import;

/// <summary>Written | the band of age (minor, unknown) and the gender, where it says one, of an offence on 5 March 2024; "!" where it is refused.</summary>
internal static class ClerkPersonCases
{
    public const string Ages = """
        Minor | minor
        U/18 | minor
        U-18 | minor
        u/16 yrs | minor
        below 16 | minor
        Under 18 years | minor
        15Y/F | 12-15 female
        15/F | 12-15 female
        F/15 | 12-15 female
        F 15 | 12-15 female
        15 F | 12-15 female
        15F | 12-15 female
        15(F) | 12-15 female
        (15/F) | 12-15 female
        15 yrs/M | 12-15 male
        M-34 | 30-44 male
        34/M | 30-44 male
        34 M | !
        44 M | 30-44 male
        44M | 30-44 male
        8M | !
        8 M | !
        34Y M | 30-44 male
        34 Yrs Male | 30-44 male
        Male 34 | 30-44 male
        Male, 34 yrs | 30-44 male
        महिला 34 | 30-44 female
        34 वर्ष महिला | 30-44 female
        महिला/34 वर्ष | 30-44 female
        34 वर्षीय महिला | 30-44 female
        15 வயது சிறுமி | 12-15 female
        பெண் 34 | 30-44 female
        ১৫ বছর | 12-15
        ১৫ বছরের | 12-15
        ১৫ বৎসর | 12-15
        १५ साल की लड़की | 12-15 female
        15 वर्षीय बालिका | 12-15 female
        15 year old girl | 12-15 female
        14-year-old boy | 12-15 male
        minor girl | minor female
        Minor Boy | minor male
        Girl (15) | 12-15 female
        Female (Minor) | minor female
        नाबालिग लड़की | minor female
        নাবালিকা | minor
        கிশোরী | !
        কিশোরী | minor female
        কিশোর | minor male
        শিশু | minor
        শিশুকন্যা | minor
        குழந்தை | minor
        சிறுமி | minor female
        சிறுவன் | minor male
        शिशु | minor
        किशोरी | minor
        बालक | minor male
        बालिका | minor female
        15 வயதுடைய | 12-15
        15 வயதான | 12-15
        15Y 3M | 12-15
        5Y 11M | below-6
        1 year 6 months | below-6
        15½ | 12-15
        15 1/2 yrs | 12-15
        16-17 | 16-17
        16/17 | 16-17
        15/16 | minor
        17/18 | !
        17-18 | !
        25/26 | 18-29
        34, 15 | minor
        34 & 15 | minor
        34 and 36 | 30-44
        34, 50 | unknown
        34,5 | !
        15+ | !
        18+ | unknown
        60+ | 60+
        ~30 | 30-44
        30 approx | 30-44
        approx. 30 yrs | 30-44
        30 (approx) | 30-44
        लगभग 30 वर्ष | 30-44
        about 15-16 yrs | minor
        30? | !
        fifteen | !
        old | !
        teenager | !
        12/05/2010 | 12-15
        12-05-2010 | 12-15
        2010-05-12 | 12-15
        12 May 2010 | 12-15
        DOB 12/05/2010 | 12-15
        DOB: 12.05.2010 | 12-15
        05/03/2006 | !
        06/03/2006 | 16-17
        01/06/2006 | !
        12/05/2030 | !
        12/05/1890 | !
        12/05/10 | !
        05/13/2010 | 12-15
        1990 | !
        999 | !
        -5 | !
        34.0 | 30-44
        34 Years. | 30-44
        Age 34 | 30-44
        Age: 34 yrs | 30-44
        34yrs. | 30-44
        34 Y | 30-44
        034 | 30-44
        ３４ | 30-44
        """;

    public const string Genders = """
        F. | female
        (F) | female
        Male. | male
        M/34 | male
        34/F | female
        15Y/F | female
        Female/15 | female
        Minor girl | female
        M/F | !
        Male & Female | !
        Both | !
        1 | !
        पु. | male
        महिला (नाबालिग) | female
        T.G. | transgender
        Trans Woman | transgender
        Transgender (Female) | transgender
        Not Known | unknown
        N.A. | unknown
        Unknown | unknown
        சிறுமி | female
        கிழவி | !
        বালিকা | female
        বালক | male
        கன்னி | !
        """;
}
