import type { Meaning } from './meaning';

/** English headings in small letters, without spaces and marks. */
export const english: Readonly<Record<string, Meaning>> = Object.fromEntries(
  (
    [
      [
        `projectname projecttitle worktitle workname entryname entrytitle brandname casename casetitle teamname productname itemname
        programname programmename activityname nameofproject titleofwork titleofproject solutionname`,
        { use: 'name', rank: 1 },
      ],
      [
        'project work entry brand case team product option item programme program initiative nominee candidate participant contestant',
        { use: 'name', rank: 2 },
      ],
      [
        'candidatename nomineename participantname contestantname nameofcandidate nameofnominee',
        { use: 'name', rank: 3 },
      ],
      ['name title', { use: 'name', rank: 4 }],
      ['fullname', { use: 'name', rank: 5 }],
      [
        'unit organization organisation organizationname organisationname institution department',
        { use: 'unit', rank: 3 },
      ],
      ['submittedby submittingunit applicantunit applyingunit', { use: 'unit', rank: 1 }],
      ['dept org agency bureau office affiliation workunit employer', { use: 'unit', rank: 4 }],
      [
        'school schoolname college university company companyname community village street subdistrict',
        { use: 'unit', rank: 5, kind: 'place' },
      ],
      ['recommendedby nominatedby recommendingunit nominatingunit', { use: 'unit', rank: 7 }],
      [
        'group category track field type division sector awardcategory awardtype section theme',
        { use: 'group', rank: 3 },
      ],
      [
        'number num id code candidateno candidatenumber entryno entrynumber projectno projectnumber projectid entryid itemno',
        { use: 'number', rank: 2 },
      ],
      ['sentence tagline slogan oneliner subtitle', { use: 'sentence', rank: 1 }],
      [
        `intro introduction brief briefintroduction briefintro summary description shortdescription briefdescription abstract profile bio
        biography about projectdescription projectsummary projectintroduction`,
        { use: 'sentence', rank: 3, kind: 'short' },
      ],
      [
        `detail details overview deeds achievement achievements story content fulldescription longdescription practice practices background
        highlights projectdetails projectoverview mainachievements maindeeds body text`,
        { use: 'detail', rank: 2 },
      ],
      ['innovation', { use: 'innovation', rank: 2 }],
      ['effectiveness results', { use: 'effectiveness', rank: 2 }],
      ['satisfaction', { use: 'satisfaction', rank: 2 }],
      ['sustainability', { use: 'sustainability', rank: 2 }],
      ['picture pictures photo photos image images video attachment attachments cover logo', { use: 'picture' }],
      [
        `phone tel telephone mobile email mail contact contacts contactperson contactname contactnumber phonenumber address remark remarks
        note notes comment comments date gender sex age position jobtitle birthday score rank votes budget website url link`,
        { use: 'private' },
      ],
    ] as const
  ).flatMap(([words, meaning]) => words.split(/\s+/).map((word) => [word, meaning] as const)),
);
