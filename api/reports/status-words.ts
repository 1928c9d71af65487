import type { Language } from '../../domain/glossary/index.ts';
import type { PeriodUnit } from '../../domain/periods.ts';
import type { Grouping } from '../../domain/processing.ts';

/** The figures of the workbook, in order. */
export const FIGURES = ['requested', 'distributed', 'completed', 'unprocessed', 'otherEnded', 'rate'] as const;
export type FigureName = (typeof FIGURES)[number];

/** What the workbook of the processing status says, in one language. */
export interface StatusWords {
  readonly sheet: string;
  readonly total: string;
  readonly nobody: string;
  readonly period: Readonly<Record<PeriodUnit, string>>;
  readonly group: Readonly<Record<Grouping, string>>;
  readonly headings: Readonly<Record<FigureName, string>>;
  /** What each figure means; stands on the sheet of conditions. */
  readonly definitions: Readonly<Record<FigureName, string>>;
  readonly from: string;
  readonly to: string;
}

/** By language. */
export const STATUS_WORDS: Readonly<Record<Language, StatusWords>> = {
  en: {
    sheet: 'Processing status',
    total: 'Total',
    nobody: 'Nobody',
    period: { day: 'Day', month: 'Month' },
    group: { none: 'Rows', agent: 'Agent', route: 'Route' },
    headings: { requested: 'Requested', distributed: 'Distributed', completed: 'Completed', unprocessed: 'Unprocessed', otherEnded: 'Otherwise ended', rate: 'Processing rate (%)' },
    definitions: {
      requested: 'All that was asked for on these days',
      distributed: 'Assigned to an agent now, or ended after having been; = completed + unprocessed + otherwise ended',
      completed: 'Distributed, and marked done',
      unprocessed: 'Distributed, and not ended yet',
      otherEnded: 'Distributed, and cancelled, expired or failed',
      rate: 'Completed ÷ distributed',
    },
    from: 'First day requested',
    to: 'Last day requested',
  },
  ja: {
    sheet: '処理状況',
    total: '合計',
    nobody: '担当者なし',
    period: { day: '日付', month: '年月' },
    group: { none: '表示単位', agent: 'オペレーター', route: 'IVR経路' },
    headings: { requested: '受付', distributed: '分配', completed: '完了', unprocessed: '未処理', otherEnded: 'その他終了', rate: '処理率(%)' },
    definitions: {
      requested: '期間中に受け付けた全件',
      distributed: '現在担当者がいる、または担当者がいる状態で終了したもの（＝完了＋未処理＋その他終了）',
      completed: '分配のうち処理完了',
      unprocessed: '分配のうち未終了',
      otherEnded: '分配のうち受付取消・期限切れ・不通終了',
      rate: '完了 ÷ 分配',
    },
    from: '受付日（開始）',
    to: '受付日（終了）',
  },
  ko: {
    sheet: '처리 현황',
    total: '합계',
    nobody: '담당자 없음',
    period: { day: '날짜', month: '연월' },
    group: { none: '표시 단위', agent: '상담원', route: 'IVR 경로' },
    headings: { requested: '접수', distributed: '분배', completed: '완료', unprocessed: '미처리', otherEnded: '기타 종료', rate: '처리율(%)' },
    definitions: {
      requested: '기간 중 접수된 전체 건수',
      distributed: '현재 담당자가 있거나, 담당자가 있는 상태로 종료된 건(= 완료 + 미처리 + 기타 종료)',
      completed: '분배 중 처리 완료',
      unprocessed: '분배 중 미종료',
      otherEnded: '분배 중 접수 취소·기한 만료·연결 불가',
      rate: '완료 ÷ 분배',
    },
    from: '접수일(시작)',
    to: '접수일(종료)',
  },
};
